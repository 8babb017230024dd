"""Word-for-word matching: all samples in one tree, slots as branches."""

from collections.abc import Iterable
from typing import NamedTuple

from skill.simulator.understanding.numbers import Tokens
from skill.simulator.understanding.result import SlotValue
from skill.simulator.understanding.templates import SlotRef, Template
from skill.simulator.understanding.values import Values


class Match(NamedTuple):
    """A sample that fits word for word."""

    literals: int
    """How many words are the sample's own; the sample with more of them is meant."""
    intent: str
    slots: dict[str, SlotValue]


class _Node:
    __slots__ = ("intents", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[SlotRef, _Node] = {}
        self.intents: list[str] = []


class Tree:
    """Samples as a tree of words and slots."""

    def __init__(self, templates: Iterable[Template], values: Values) -> None:
        self._root = _Node()
        self._values = values
        for template in templates:
            self._add(template)

    def match(self, tokens: Tokens) -> Match | None:
        """Return the sample that fits all tokens, the most literal one if several do."""
        found: list[Match] = []
        self._walk(self._root, tokens, 0, 0, {}, found)
        return max(found, key=lambda match: match.literals, default=None)

    def _add(self, template: Template) -> None:
        node = self._root
        for part in template.parts:
            if isinstance(part, SlotRef):
                node = node.slots.setdefault(part, _Node())
            else:
                node = node.words.setdefault(part, _Node())
        node.intents.append(template.intent)

    def _walk(  # noqa: PLR0913, PLR0917 (the state of a recursion)
        self,
        node: _Node,
        tokens: Tokens,
        at: int,
        literals: int,
        slots: dict[str, SlotValue],
        found: list[Match],
    ) -> None:
        if at == len(tokens):
            found.extend(Match(literals, intent, slots) for intent in node.intents)
            return
        if tokens[at] in node.words:
            self._walk(node.words[tokens[at]], tokens, at + 1, literals + 1, slots, found)
        for slot, after in node.slots.items():
            for end, value in self._values.spans(slot.type, tokens, at):
                self._walk(after, tokens, end, literals, {**slots, slot.name: value}, found)
