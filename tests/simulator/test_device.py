"""A simulated Echo, by itself."""

from typing import Any

from skill.content import load
from skill.simulator.device import Clock, Device
from skill.simulator.setting_up import understanding

SCREEN = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "t", "document": {}}
CONFIRM = {"type": "Dialog.ConfirmIntent", "updatedIntent": {"name": "ForgetMeIntent"}}


def _answers(*directives: dict[str, Any]) -> Any:
    """Return the intent that a yes is sent as, after a response with these directives."""

    def endpoint(envelope: dict[str, Any]) -> dict[str, Any]:
        return {"response": {"shouldEndSession": False, "directives": list(directives)}}

    voice = load().lexicons["en"].language.voice
    echo = Device(endpoint, understanding("en-US"), voice, Clock(0))
    echo.launch()
    intent = echo.say("yes").request["request"]["intent"]
    return intent["name"], intent["confirmationStatus"]


def test_an_answer_belongs_to_the_dialog_whatever_else_was_directed() -> None:
    confirmed = ("ForgetMeIntent", "CONFIRMED")
    assert _answers(CONFIRM) == confirmed
    assert _answers(SCREEN, CONFIRM) == confirmed
    assert _answers(CONFIRM, SCREEN) == confirmed


def test_a_screen_asks_for_no_answer() -> None:
    assert _answers(SCREEN) == ("AMAZON.YesIntent", "NONE")
    assert _answers() == ("AMAZON.YesIntent", "NONE")
