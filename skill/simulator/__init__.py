"""Talking to the skill without an Echo: from what was typed to what Alexa would send."""
