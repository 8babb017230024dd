"""How the page looks on a desktop and a phone, in light and dark, and to a screen reader."""

from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.browser.crowd import DESKTOP, PHONE, Comes, at_once
from tests.browser.needs import axe
from tests.browser.person import Person

SCREENS: list[dict[str, Any]] = [
    {"viewport": DESKTOP, "color_scheme": "light"},
    {"viewport": DESKTOP, "color_scheme": "dark"},
    {"viewport": PHONE, "color_scheme": "light"},
    {"viewport": PHONE, "color_scheme": "dark"},
]

AXE = """async (source) => {
  if (!window.axe) (0, eval)(source);
  const found = await window.axe.run(document);
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}"""


def name_of(screen: dict[str, Any]) -> str:
    return f"{screen['viewport']['width']}-{screen['color_scheme']}"


def is_whole(person: Person) -> bool:
    """Whether nothing sticks out sideways, and the controls are in sight."""
    sticks_out = person.page.evaluate(
        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    field = person.page.locator("#words").bounding_box()
    height = (person.page.viewport_size or PHONE)["height"]
    return not sticks_out and field is not None and field["y"] + field["height"] <= height


def test_every_state_on_every_screen(tmp_path: Path) -> None:
    checker = axe()
    at_once(tmp_path, *(partial(goes_through_every_state, screen, checker) for screen in SCREENS))


def goes_through_every_state(screen: dict[str, Any], checker: str, comes: Comes) -> None:
    name = name_of(screen)
    # The checker is put into the page, which the page's own policy rightly refuses.
    person = comes(**screen, bypass_csp=True)

    def look(state: str) -> None:
        assert is_whole(person), (name, state)
        person.takes_picture(f"{name}-{state}")
        assert person.page.evaluate(AXE, checker) == [], (name, state)

    person.open(speed="10")
    look("idle")
    person.start()
    person.waits_for("speaking")
    look("speaking")
    person.begins_a_hold(speed="10")
    person.waits_for_dial("hold")
    person.set_speed("1")
    look("hold")
    # Somebody who is typing is not hurried: the microphone stays open until it is sent.
    person.page.locator("#words").fill("hm")
    person.set_speed("20")
    person.waits_for("listening")
    look("listening")
    person.types("stop")
    person.waits_for("ended")
    look("ended")
    if person.page.locator("#options-button").is_visible():
        person.page.locator("#options-button").click()
    person.page.locator("#envelopes-switch").check()
    person.takes_picture(f"{name}-envelopes", whole=True)
    assert person.page.evaluate(AXE, checker) == []


def test_screen_reader_is_left_in_peace_while_the_coach_talks(comes: Comes) -> None:
    person = comes()
    # Chromium without a sound system has no voice; this one says everything at once.
    person.page.add_init_script(VOICE)
    person.open(speed="1")
    assert person.page.locator("#caption").get_attribute("aria-live") == "off"
    expect(person.page.locator("#sound")).to_have_text("")
    person.start()
    person.has_heard("Shall we")
    assert "Hi, I'm your hip coach." in person.page.evaluate("() => window.said")
    person.set_speed("10")
    assert person.page.locator("#caption").get_attribute("aria-live") == "polite"
    expect(person.page.locator("#sound")).to_contain_text("rests")


VOICE = """
window.said = [];
const voices = [{ name: "Test", lang: "en-US" }];
Object.defineProperty(window, "speechSynthesis", {
  value: {
    getVoices: () => voices,
    addEventListener: () => {},
    cancel: () => {},
    speak: (utterance) => {
      window.said.push(utterance.text);
      setTimeout(() => utterance.onend());
    },
  },
});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_another_language(person: Person) -> None:
    person.open(locale="de-DE")
    assert person.page.locator("html").get_attribute("lang") == "de-DE"
    person.start()
    person.has_heard("Hüft")
    person.types("öffne hüft coach und starte schreibtischpause")
    person.waits_for("listening")
    person.takes_picture("1280-german")
