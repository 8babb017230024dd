"""A walk over every state the coach can be in, by everything a person can say, at any moment."""
