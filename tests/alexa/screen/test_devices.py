"""Who gets a screen, how much it weighs, and that touching is the same as speaking."""

from typing import Any

import pytest

from skill.alexa.screen.documents import is_served
from skill.speech.limits import MAX_RESPONSE_BYTES
from tests.alexa.screen.show import VIEWPORTS, Show
from tests.alexa.screen.tour import LOCALES, Seen, tour

SERVED = {"1.8": True, "1.9": True, "1.10": True, "2023.3": True, "2024.3": True}
NOT_SERVED = {"1.0": False, "1.7": False, "": False, "2": False, "new": False, "1.x": False}


@pytest.mark.parametrize(("version", "served"), (SERVED | NOT_SERVED).items())
def test_the_version_a_device_names_is_never_exceeded(version: str, served: bool) -> None:
    assert is_served(version) is served


@pytest.mark.parametrize("apl", [None, "1.7"])
def test_other_devices_get_the_voice_alone(apl: str | None) -> None:
    show, plain = Show(apl="2023.3"), Show(apl=apl)
    for shown, heard in [
        (show.launch(), plain.launch()),
        (show.intent("StartRoutineIntent", routine="desk"), _started(plain)),
        (show.intent("MusclesIntent"), plain.intent("MusclesIntent")),
    ]:
        assert shown.directive is not None
        assert heard.directive is None
        assert _spoken(heard.response) == _spoken(shown.response)


def _started(show: Show) -> Any:
    return show.intent("StartRoutineIntent", routine="desk")


def _spoken(response: dict[str, Any]) -> dict[str, Any]:
    body = response["response"]
    return {key: value for key, value in body.items() if key != "directives"}


def test_no_response_is_too_heavy(seen: tuple[Seen, ...]) -> None:
    assert len(seen) > 100
    for one in seen:
        assert one.shown.size <= MAX_RESPONSE_BYTES, (str(one), one.shown.size)


def test_every_response_with_a_question_has_a_screen(seen: tuple[Seen, ...]) -> None:
    for one in seen:
        assert one.shown.directive is not None, str(one)


def test_the_work_of_a_set_always_has_its_picture(seen: tuple[Seen, ...]) -> None:
    counted = [
        (str(one), stage)
        for one in seen
        for stage in one.shown.data.get("stages", [])
        if stage["count"]
    ]
    assert counted
    for where, stage in counted:
        assert stage["figure"], where


def test_in_stepwise_guidance_every_step_has_its_picture(seen: tuple[Seen, ...]) -> None:
    alone = [one for one in seen if len(one.shown.data.get("stages", [])) == 1]
    assert alone
    for one in alone:
        assert one.shown.data["stages"][0]["figure"], str(one)


TOUCHED = {
    "next": "AMAZON.NextIntent",
    "repeat": "AMAZON.RepeatIntent",
    "switch": "SwitchSidesIntent",
    "pause": "AMAZON.PauseIntent",
    "resume": "AMAZON.ResumeIntent",
    "yes": "AMAZON.YesIntent",
    "no": "AMAZON.NoIntent",
    "advance": "AMAZON.YesIntent",
}


@pytest.mark.parametrize(("touch", "intent"), TOUCHED.items())
def test_a_touch_is_the_spoken_word(touch: str, intent: str) -> None:
    touched, spoken = Show(), Show()
    for show in (touched, spoken):
        show.launch()
        show.intent("StartRoutineIntent", routine="stretches")
        show.touch("next")
    assert touched.touch(touch).response == spoken.intent(intent).response


def test_a_routine_is_started_by_touch() -> None:
    touched, spoken = Show(), Show()
    touched.launch()
    spoken.launch()
    heard = spoken.intent("StartRoutineIntent", routine="desk").response
    assert touched.touch("start:desk").response == heard


@pytest.mark.parametrize("arguments", [(), ("other",), (3,), (["next"],), ({"a": 1},)])
def test_a_touch_of_something_else_is_left_alone(arguments: tuple[object, ...]) -> None:
    show = Show()
    show.launch()
    assert show.touch(*arguments).response["response"] == {}


@pytest.mark.parametrize("viewport", VIEWPORTS)
def test_a_document_names_the_version_it_is_written_for(viewport: str) -> None:
    for locale in LOCALES:
        for one in tour(locale, viewport)[:20]:
            assert one.shown.document["version"] == "1.8"
            assert one.shown.document["type"] == "APL"


def test_a_screen_that_cannot_be_made_leaves_the_voice(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("no page")

    monkeypatch.setattr("skill.alexa.screen.pages.Pages.page", broken)
    show = Show()
    shown = show.launch()
    assert shown.directive is None
    assert shown.listens
    assert "a screen could not be made" in caplog.text
