"""Alexa: envelopes to events, replies to responses. Thin: the core decides."""
