"""The platform's limits, each once, with its source."""

from skill.coach.limits import Limits

MAX_BREAK_MS = 10_000
"""Longest `<break>`; a longer silence is several in a row. Source: Amazon's SSML reference."""

MAX_SPEECH_CHARACTERS = 8_000
"""Longest `outputSpeech`, tags included. Source: Amazon's request and response reference."""

MAX_CARD_CHARACTERS = 8_000
"""All text of a card. Source: Amazon's request and response reference."""

MAX_RESPONSE_BYTES = 24_000
"""A whole response; newer pages of Amazon's say 120 KB, older ones 24 KB: the safe one."""

MAX_TURN_MS = 150_000
"""Longest speech and silence of one response. Amazon states no bound for speech with breaks; this
is ours (design, "The platform's limits")."""

LISTENING_MS = 8_000
"""How long the microphone stays open. Source: Amazon's Alexa design guide, "Available"."""

ALEXA = Limits(turn_ms=MAX_TURN_MS, listening_ms=LISTENING_MS)
"""What the coach needs to know of it."""
