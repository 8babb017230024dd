"""Replies to what a platform speaks: SSML within Alexa's limits, or plain text."""
