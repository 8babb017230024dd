"""Envelopes that nobody sends: real ones, damaged in every way."""
