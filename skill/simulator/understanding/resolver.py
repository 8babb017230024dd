"""From an utterance to its intent and slots, step by step."""

from operator import itemgetter
from typing import Any, Literal

import msgspec

from skill.interaction import Model
from skill.interaction.model import FALLBACK
from skill.simulator.understanding.durations import Durations
from skill.simulator.understanding.exact import Match, Tree
from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.likelihood import Likelihood
from skill.simulator.understanding.markers import Markers
from skill.simulator.understanding.near import Near, Nearest
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Numbers, Tokens
from skill.simulator.understanding.oneshot import Invocation
from skill.simulator.understanding.politeness import Politeness
from skill.simulator.understanding.result import Understood
from skill.simulator.understanding.templates import eliciting_templates, templates
from skill.simulator.understanding.values import Values

ACCEPT = 0.64
"""Score from which a near miss is taken; measured on the labelled sets."""
_LIKELIHOOD_SHARE = 0.15
"""How much the likelihood of an intent's words counts beside the nearness of one sample."""
_RIVALS = 4
"""Near misses, one an intent, that are weighed against each other."""
ACCEPT_SHORT = 0.7
"""The same for at most two words, of which one may stand in many a sample."""

_NOT_OURS = Understood(FALLBACK)


class OneShot(msgspec.Struct, frozen=True):
    """What was said to a device on which the skill is not open."""

    kind: Literal["launch", "intent", "elsewhere"]
    """`launch`: opened without a wish. `intent`: with one. `elsewhere`: not for this skill."""
    understood: Understood | None = None
    """The wish, when there is one."""


class Understanding:
    """What a person says, in one locale. Built once; a match changes nothing but caches."""

    def __init__(self, model: dict[str, Any], language: LanguageData) -> None:
        """Build the matchers from an interaction model's JSON document.

        Raises:
            msgspec.ValidationError: the document does not have Alexa's shape.
        """
        parsed = Model.of(model)
        numbers = Numbers(language.numbers)
        self._normaliser = Normaliser(language, numbers)
        durations = Durations(language.durations, numbers)
        values = Values(parsed, self._normaliser, numbers, durations)
        samples = templates(parsed, self._normaliser)
        values.words.update(word for sample in samples for word in sample.literals)
        self._samples = Tree(samples, values)
        self._near = Near(
            samples, values, frozenset(language.fillers), frozenset(language.negations)
        )
        self._likelihood = Likelihood(samples)
        self._eliciting = {
            asked: Tree(found, values)
            for asked, found in eliciting_templates(parsed, self._normaliser).items()
        }
        self._polite = Politeness(language, self._normaliser)
        self._invocation = Invocation(
            parsed.language_model.invocation_name, language, self._normaliser
        )
        self._markers = Markers(language, self._normaliser)
        self._slot_types = {i.name: {s.name: s.type for s in i.slots} for i in parsed.intents}

    def slot_types(self, intent: str) -> dict[str, str]:
        """Return all slots of an intent, each with its type; Alexa sends the empty ones too."""
        return self._slot_types.get(intent, {})

    def understand(self, text: str, eliciting: tuple[str, str] | None = None) -> Understood:
        """Return what was said in an open session.

        `eliciting` is the intent and the slot that Alexa's dialog has just asked for, if it has.
        """
        return self._meaning(
            self._polite.without_wake_word(self._normaliser.tokens(text)), eliciting
        )

    def one_shot(self, text: str) -> OneShot:
        """Return what was said while the skill is not open ("ask hip coach to ...")."""
        tokens = self._polite.without_wake_word(self._normaliser.tokens(text))
        if self._invocation.is_launch(tokens):
            return OneShot("launch")
        meanings = [self._meaning(wish) for wish in self._invocation.wishes(tokens)]
        if not meanings:
            return OneShot("elsewhere")
        return OneShot("intent", max(meanings, key=lambda meaning: meaning.confidence))

    def _meaning(self, tokens: Tokens, eliciting: tuple[str, str] | None = None) -> Understood:
        if not tokens:
            return _NOT_OURS
        trees = [self._samples]
        if eliciting in self._eliciting:
            trees.insert(0, self._eliciting[eliciting])
        for shorter in self._polite.shorter(tokens):
            for tree in trees:
                match = tree.match(shorter)
                if match:
                    return _exactly(match)
        return self._urgently(tokens) or self._nearly(tokens)

    def _urgently(self, tokens: Tokens) -> Understood | None:
        intent = self._markers.urgent(tokens, len(self._polite.shortest(tokens)))
        return self._with_slots(intent, tokens) if intent else None

    def _with_slots(self, intent: str, tokens: Tokens) -> Understood:
        near = [near for near in self._near.best(tokens) if near.intent == intent]
        return Understood(intent, near[0].slots if near else {}, 0.9, "near")

    def _nearly(self, tokens: Tokens) -> Understood:
        readings = {tokens, self._polite.shortest(tokens)}
        found = [near for reading in readings for near in self._near.best(reading)[:_RIVALS]]
        scored = [(self._confidence(near), near) for near in found]
        score, best = max(scored, key=itemgetter(0), default=(0.0, None))
        enough = ACCEPT if len(tokens) > 2 else ACCEPT_SHORT
        if best is None or score < enough or best.intent == FALLBACK:
            opened = self._markers.opening(self._polite.shorter(tokens))
            return Understood(opened, {}, round(score, 3), "near") if opened else _NOT_OURS
        return Understood(best.intent, best.slots, round(score, 3), "near")

    def _confidence(self, near: Nearest) -> float:
        likely = self._likelihood.of(near.words)[near.intent]
        return (near.score + _LIKELIHOOD_SHARE * likely) / (1 + _LIKELIHOOD_SHARE)


def _exactly(match: Match) -> Understood:
    if match.intent == FALLBACK:
        return _NOT_OURS
    return Understood(match.intent, match.slots, 1.0, "sample")
