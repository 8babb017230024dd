"""From what a person said to the intent and slots that Alexa would send.

It knows the interaction model of a locale and how its language is spoken (`language/*.yaml`),
nothing else: exact samples first, then near misses, and the fallback for what is not ours.
"""

from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.resolver import OneShot, Understanding
from skill.simulator.understanding.result import SlotValue, Understood, as_line

__all__ = ["LanguageData", "OneShot", "SlotValue", "Understanding", "Understood", "as_line"]
