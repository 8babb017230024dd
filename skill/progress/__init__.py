"""What is remembered of a person: one protocol (`store.py`) and its implementations."""
