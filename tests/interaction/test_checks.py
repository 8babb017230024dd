"""Every rule of a build is broken once, and the check has to say so where it is."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.alexa.intents import INTENTS
from skill.content.errors import Problem
from skill.interaction.checks import check_models
from tests.interaction.conftest import Spoil

Json = dict[str, Any]


def intent(model: Json, name: str) -> Json:
    return next(i for i in model["languageModel"]["intents"] if i["name"] == name)


def value(model: Json, type_: str, id_: str) -> Json:
    values = next(t for t in model["languageModel"]["types"] if t["name"] == type_)["values"]
    return next(v for v in values if v["id"] == id_)


def sample(name: str, text: str) -> Spoil:
    return lambda model: intent(model, name)["samples"].append(text)


def synonym(type_: str, id_: str, text: str) -> Spoil:
    return lambda model: value(model, type_, id_)["name"]["synonyms"].append(text)


def named(text: str) -> Spoil:
    return lambda model: model["languageModel"].update(invocationName=text)


def without(name: str) -> Spoil:
    return lambda model: model["languageModel"]["intents"].remove(intent(model, name))


def again(name: str) -> Spoil:
    return lambda model: model["languageModel"]["intents"].append(intent(model, name))


def slot(owner: str, **slot: str) -> Spoil:
    return lambda model: intent(model, owner).setdefault("slots", []).append(slot)


def dialog(index: int, **changes: object) -> Spoil:
    return lambda model: model["dialog"]["intents"][index].update(changes)


SPOILED: list[tuple[str, Spoil, str, str]] = [
    ("a digit", sample("ReadyIntent", "i am 2 ready"), "i am 2 ready", "numbers are written"),
    ("a comma", sample("ReadyIntent", "ready, go"), "ready, go", "A sample holds"),
    ("a question mark", sample("ReadyIntent", "ready?"), "ready?", "A sample holds"),
    ("a full stop", sample("ReadyIntent", "i am ready."), "i am ready.", "A sample holds"),
    ("spaces", sample("ReadyIntent", "so  ready"), "so  ready", "one between words"),
    ("a long sample", sample("ReadyIntent", "so ready " * 30 + "i am"), "so ready", "at most 200"),
    ("another's sample", sample("DoneIntent", "ready"), "DoneIntent: ready", "is in ReadyIntent"),
    ("its own sample", sample("ReadyIntent", "Ready"), "ReadyIntent: Ready", "there twice"),
    ("no such slot", sample("ReadyIntent", "to do {move}"), "to do {move}", "no slot 'move'"),
    ("only a slot", sample("SetRepsIntent", "{number}"), "{number}", "swallows everything"),
    (
        "a slot twice",
        sample("DoseIntent", "{move} or {move} is longer"),
        "DoseIntent",
        "stands once",
    ),
    ("an unused slot", slot("ReadyIntent", name="x", type="SIDE"), "ReadyIntent.x", "No sample"),
    ("an undefined type", slot("ReadyIntent", name="x", type="SIZE"), "ReadyIntent.x", "no type"),
    ("a slot name", slot("ReadyIntent", name="x1", type="SIDE"), "ReadyIntent.x1", "letters and"),
    ("a built-in's slot", slot("AMAZON.YesIntent", name="x", type="SIDE"), "YesIntent", "can't"),
    ("no stop", without("AMAZON.StopIntent"), "AMAZON.StopIntent", "requires"),
    ("no home", without("AMAZON.NavigateHomeIntent"), "NavigateHomeIntent", "requires"),
    ("no fallback", without("AMAZON.FallbackIntent"), "AMAZON.FallbackIntent", "requires"),
    ("a handled intent", without("ReadyIntent"), "ReadyIntent", "there is a handler".capitalize()),
    ("an intent twice", again("ReadyIntent"), "ReadyIntent", "there 2 times"),
    ("one word", named("coach"), "invocationName", "two words"),
    ("a wake word", named("echo coach"), "invocationName", "'echo'"),
    ("a launch word", named("start hip"), "invocationName", "'start'"),
    ("capitals", named("Hip Coach"), "invocationName", "lower-case"),
    ("digits in the name", named("hip coach 2"), "invocationName", "lower-case"),
    (
        "a foreign id",
        lambda m: value(m, "MOVE", "twisted_legs").update(id="plank"),
        "MOVE.plank",
        "no such id",
    ),
    (
        "an id nobody can say",
        lambda m: value(m, "MOVE", "twisted_legs").update(id="plank"),
        "MOVE.twisted_legs",
        "nobody can say",
    ),
    ("another's synonym", synonym("MOVE", "twisted_legs", "squat"), "MOVE", "mean"),
    ("its own synonym", synonym("MOVE", "twisted_legs", "twist"), "MOVE.twisted_legs", "twice"),
    ("a digit in a value", synonym("MOVE", "ninety_ninety", "90 90"), "90 90", "letters"),
    ("a long value", synonym("MOVE", "twisted_legs", "twist " * 30 + "it"), "MOVE", "at most 140"),
    ("a foreign key", lambda m: m.update(extra=1), "", "extra"),
    ("no such dialog", dialog(0, name="PlankIntent"), "dialog.PlankIntent", "no such intent"),
    ("a dialog's slots", dialog(0, slots=[]), "dialog.StartRoutineIntent", "list the intent's"),
    ("no confirmation", dialog(2, prompts={}), "dialog.ForgetMeIntent", "`confirmation`"),
    ("a strategy", dialog(0, delegationStrategy="NEVER"), "StartRoutineIntent", "strategy"),
    ("no prompt", lambda m: m["prompts"].pop(), "prompts.Elicit.", "not there"),
    ("empty prompt", lambda m: m["prompts"][0].update(variations=[]), "prompts.", "a variation"),
]


@pytest.mark.parametrize(
    ("spoil", "key", "message"), [row[1:] for row in SPOILED], ids=[row[0] for row in SPOILED]
)
def test_what_a_build_refuses_is_found(
    problems: Callable[[Spoil], list[Problem]], spoil: Spoil, key: str, message: str
) -> None:
    found = problems(spoil)
    assert any(key in problem.key and message in problem.message for problem in found), found
    assert {problem.file for problem in found} == {"en-US.json"}


def test_nothing_is_wrong_with_the_models(ids: dict[str, frozenset[str]]) -> None:
    assert check_models(ids, INTENTS) == []


def test_an_intent_without_a_handler_is_found(
    problems: Callable[..., list[Problem]],
) -> None:
    found = problems(dict.copy, INTENTS - {"ReadyIntent"})
    assert [(problem.key, "no handler" in problem.message) for problem in found] == [
        ("ReadyIntent", True)
    ]
