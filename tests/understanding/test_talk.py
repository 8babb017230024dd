"""One-shots, answers to a question of the dialog, politeness, and the shape of what is printed."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.interaction import locales
from skill.interaction.model import FALLBACK
from skill.simulator.understanding import Understanding, as_line

Resolvers = Callable[[str], Understanding]

ONE_SHOTS: list[tuple[str, str, str, str | None]] = [
    ("en-US", "alexa, open hip coach", "launch", None),
    ("en-US", "open hip coach please", "launch", None),
    ("en-US", "Hip coach", "launch", None),
    ("en-US", "start hipcoach", "launch", None),
    ("en-US", "ask hip coach to pick up where i left off", "intent", "AMAZON.ResumeIntent"),
    ("en-US", "ask hip coach for the next step", "intent", "AMAZON.NextIntent"),
    ("en-US", "tell hip coach my knee hurts", "intent", "PainIntent"),
    ("en-US", "tell hip coach that my knee hurts", "intent", "PainIntent"),
    ("en-US", "open hip coach and start the stretches", "intent", "StartRoutineIntent"),
    ("en-US", "ask hip coach which muscles the squat works", "intent", "MusclesIntent"),
    ("en-US", "start the stretches with hip coach", "intent", "StartRoutineIntent"),
    ("en-US", "ask hip coach to forget me", "intent", "ForgetMeIntent"),
    ("en-US", "ask hip coach to frobnicate the gasket", "intent", FALLBACK),
    ("en-US", "what is the weather", "elsewhere", None),
    ("en-US", "next", "elsewhere", None),
    ("en-US", "my hip coach is called anna", "elsewhere", None),
    ("de-DE", "Alexa, öffne Hüft Coach", "launch", None),
    ("de-DE", "starte hüftcoach", "launch", None),
    ("de-DE", "frag hüft coach nach dem nächsten schritt", "intent", "AMAZON.NextIntent"),
    ("de-DE", "sag hüft coach dass mein knie weh tut", "intent", "PainIntent"),
    ("de-DE", "starte die dehnungen mit hüft coach", "intent", "StartRoutineIntent"),
    ("de-DE", "öffne hüft coach und starte die dehnungen", "intent", "StartRoutineIntent"),
    ("de-DE", "wie wird das wetter", "elsewhere", None),
]


@pytest.mark.parametrize(("locale", "said", "kind", "intent"), ONE_SHOTS)
def test_a_one_shot(
    resolver_of: Resolvers, locale: str, said: str, kind: str, intent: str | None
) -> None:
    heard = resolver_of(locale).one_shot(said)
    assert heard.kind == kind
    assert (heard.understood.intent if heard.understood else None) == intent


ELICITED = [
    ("en-US", ("StartMoveIntent", "move"), "the squat one please", "squat_rotation"),
    ("en-US", ("StartMoveIntent", "move"), "i'd like the one with the ball", "ball_massage"),
    ("en-US", ("StartRoutineIntent", "routine"), "let's try the desk break", "desk"),
    ("de-DE", ("StartMoveIntent", "move"), "die verdrehten beine bitte", "twisted_legs"),
    ("de-DE", ("StartRoutineIntent", "routine"), "das volle programm", "full"),
]


@pytest.mark.parametrize(("locale", "asked", "said", "id_"), ELICITED)
def test_an_answer_to_the_dialog_fills_the_slot_that_was_asked_for(
    resolver_of: Resolvers, locale: str, asked: tuple[str, str], said: str, id_: str
) -> None:
    understood = resolver_of(locale).understand(said, asked)
    assert (understood.intent, understood.slots[asked[1]].id) == (asked[0], id_)


def test_another_wish_breaks_out_of_a_question_of_the_dialog(resolver_of: Resolvers) -> None:
    understood = resolver_of("en-US").understand("my knee hurts", ("StartMoveIntent", "move"))
    assert understood.intent == "PainIntent"


FRILLS = [
    ("en-US", "{}"),
    ("en-US", "{} please"),
    ("en-US", "okay {}"),
    ("en-US", "alexa, {}!"),
    ("en-US", "um, {} for me please"),
    ("en-US", "could you please {}"),
    ("en-US", "I'd like to {}"),
    ("de-DE", "{}"),
    ("de-DE", "{} bitte"),
    ("de-DE", "okay {}"),
    ("de-DE", "alexa, {}!"),
    ("de-DE", "ähm, {} bitte"),
]
WISHES = {
    "en-US": ["skip this move", "switch sides", "start the stretches", "repeat that", "skip it"],
    "de-DE": ["überspring die übung", "die andere seite", "starte die dehnungen"],
}


@pytest.mark.parametrize(("locale", "around"), FRILLS)
def test_politeness_does_not_change_what_is_meant(
    resolver_of: Resolvers, locale: str, around: str
) -> None:
    resolver = resolver_of(locale)
    for wish in WISHES[locale]:
        plain, polite = resolver.understand(wish), resolver.understand(around.format(wish))
        assert (polite.intent, polite.slots) == (plain.intent, plain.slots), around.format(wish)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", word)
        for word in ("ball", "knee", "please", "um", "the", "left shoe", "twenty", "pectin", "?")
    ]
    + [("de-DE", word) for word in ("ball", "knie", "bitte", "ähm", "die", "zwanzig", "?")]
    + [(locale, said) for locale in locales() for said in ("", "   ", "...", "🙂", "{move}", "'")],
)
def test_a_bare_word_without_a_target_is_not_acted_on(
    resolver_of: Resolvers, locale: str, said: str
) -> None:
    assert resolver_of(locale).understand(said).intent == FALLBACK


@given(said=st.text(max_size=300))
def test_nothing_that_is_typed_is_an_error(resolver_of: Resolvers, said: str) -> None:
    for locale in ("en-US", "de-DE"):
        resolver_of(locale).understand(said)
        resolver_of(locale).one_shot(said)


def test_a_line_is_plain_json(resolver_of: Resolvers) -> None:
    said = "how long do I hold the band stretch?"
    assert json.loads(json.dumps(as_line(said, resolver_of("en-US").understand(said)))) == {
        "utterance": said,
        "intent": "DoseIntent",
        "slots": {"move": {"value": "band stretch", "id": "band_stretch"}},
        "how": "sample",
    }


def test_all_slots_of_an_intent_are_known_for_the_envelope(resolver_of: Resolvers) -> None:
    resolver = resolver_of("en-US")
    assert resolver.slot_types("NeedsIntent") == {"move": "MOVE", "routine": "ROUTINE"}
    assert resolver.slot_types("AMAZON.NextIntent") == {}
