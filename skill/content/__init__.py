"""Reads and checks `content/`: what the coach says and knows."""

from skill.content.errors import ContentError, Problem
from skill.content.reading import Content, languages, load

__all__ = ["Content", "ContentError", "Problem", "languages", "load"]
