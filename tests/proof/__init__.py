"""Proof: every state walked, every envelope mutated, every fault survived."""
