"""Figures and counters of the page are those of an Echo with a screen."""

import functools
from typing import Any

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Locator, expect

from skill import figures
from skill.alexa.screen.words import screen_words
from skill.coach.sides import SIDES, Side, for_side
from skill.content import load
from skill.settings import Settings
from skill.web.browser.headers import POLICY
from skill.web.hosting import make_app
from tests.alexa.screen.apl.inflate import inflate, screen_of
from tests.alexa.screen.show import MORNING_MS, VIEWPORTS, Show, Shown
from tests.browser.crowd import Comes
from tests.browser.person import PATIENCE_MS, Person

CATALOG = load().catalog


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return make_app(Settings(progress="memory"), salt="", dev=True).test_client()


# --- the files


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("move", "step"), figures.names())
def test_every_figure_is_served(client: FlaskClient, move: str, step: str, side: Side) -> None:
    answer = client.get(f"/browser/figures/{move}/{step}/{side}.svg")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert answer.text == figures.svg(move, step, side)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_every_muscle_is_served(client: FlaskClient) -> None:
    for ids in (*[(id,) for id in CATALOG.muscles], CATALOG.muscles):
        answer = client.get(f"/browser/figures/muscles/{','.join(ids)}.svg")
        assert (answer.status_code, answer.text) == (200, figures.muscles_svg(ids))


@pytest.mark.parametrize(
    "name",
    [
        "twisted_legs/jump/right.svg",
        "jump/hold/right.svg",
        "twisted_legs/hold/up.svg",
        "twisted_legs/hold.svg",
        "twisted_legs/hold/right.png",
        "../pages.py",
        "%2e%2e/hold/right.svg",
        "muscles/biceps.svg",
        "muscles/pectineus,biceps.svg",
        "muscles/.svg",
        "muscles.yaml",
    ],
)
def test_what_there_is_no_figure_of(client: FlaskClient, name: str) -> None:
    assert client.get(f"/browser/figures/{name}").status_code == 404


def _seen(client: FlaskClient, shown: Shown, locale: str = "en-US") -> Any:
    """Return the page's glimpse of a turn that an Echo Show had."""
    attributes = shown.response["sessionAttributes"]
    body = {"locale": locale, "attributes": attributes, "now_ms": MORNING_MS}
    return client.post("/browser/glimpse", json=body).json


def test_a_figure_is_kept_as_long_as_it_is_the_same(client: FlaskClient) -> None:
    show = Show()
    show.launch()
    address = _seen(client, show.touch("start:twisted_legs"))["place"]["figure"]["address"]
    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert client.get(f"{address}0").headers["Cache-Control"] == "no-cache"


# --- what a screen shows, and when

LOCALES = ("en-US", "de-DE")


@functools.cache
def _turns(locale: str) -> tuple[Shown, ...]:
    """Return turns with every step of every move, stepwise and run through, and an interruption."""
    show = Show(locale)
    show.launch()
    turns = []
    for move, known in CATALOG.moves.items():
        turns += [show.touch(f"start:{move}"), *(show.touch("next") for _ in known.steps[1:])]
        show.wait(25)
        turns += [show.touch("repeat"), show.touch("switch")]
    show.intent("SetGuidanceIntent", guidance="continuous")
    turns += [show.touch(f"start:{routine}") for routine in CATALOG.routines]
    return tuple(turn for turn in turns if "stages" in turn.data)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_step_is_shown_as_on_a_screen(client: FlaskClient, locale: str) -> None:
    shown = set()
    for turn in _turns(locale):
        stretches = _seen(client, turn, locale)["stretches"]
        for stage, stretch in zip(turn.data["stages"], stretches, strict=True):
            place = stretch["place"]
            words = [stage[name] for name in ("title", "badge", "step", "line")]
            assert [place[name] for name in ("name", "side", "at", "line")] == words
            assert stretch["unit"] == stage["amount"]
            if not stage["figure"]:
                continue  # A response has no room for many of them; a page fetches each.
            assert place["figure"]["alternative"] == stage["alternative"]
            assert place["figure"]["address"].split("/")[3:5] == stage["figure"].split("-")
            shown.add(stage["figure"])
    assert len(shown) == len(figures.names())


NUMBERS = """async ([turns, voice]) => {
  const { parts } = await import("/browser/ssml.js");
  const { Timeline } = await import("/browser/timeline.js");
  const { dialOf } = await import("/browser/dial.js");
  const heard = (speech) => parts(speech?.outputSpeech?.ssml ?? "<speak/>", voice);
  return turns.map(({ response, stretches, times }) => {
    const line = new Timeline(heard(response), heard(response.reprompt), stretches);
    return times.map((ms) => dialOf("speaking", line.at(ms), true, 0).figure ?? "");
  });
}"""

NEAR_MS = 300
"""A page finds a mark by the words it hears there, which it times to some milliseconds."""


def _times(stage: dict[str, Any], stretch: dict[str, Any]) -> list[int]:
    """Return moments of a stage, none of them at the edge of a number."""
    begins, unit, count = stage["at"], stage["unit"], stage["count"]
    within = [begins + number * unit + unit // 2 for number in {0, count // 2, count - 1}]
    around = [begins - NEAR_MS, begins + count * unit + NEAR_MS]
    seen = range(stage["from"] + NEAR_MS, stage["until"] - NEAR_MS)
    return [ms for ms in (*within, *around) if ms in seen]


def _number(turn: Shown, ms: int) -> str:
    placed = inflate(turn.document, turn.data, screen_of(VIEWPORTS["hub_small"], ms))
    values = [one.values for one in placed]
    return next((str(one["text"]) for one in values if one.get("fontSize") == "@countFont"), "")


def test_each_number_is_that_of_a_screen(client: FlaskClient, person: Person) -> None:
    turns, expected = [], []
    for turn in _turns("en-US"):
        stretches = _seen(client, turn)["stretches"]
        both = zip(turn.data["stages"], stretches, strict=True)
        times = [ms for stage, stretch in both if stage["count"] for ms in _times(stage, stretch)]
        turns.append(
            {"response": turn.response["response"], "stretches": stretches, "times": times}
        )
        expected.append([_number(turn, ms) for ms in times])
    voice = load().lexicons["en"].language.voice
    figures_of_voice = {name: getattr(voice, name) for name in voice.__struct_fields__}
    person.open()
    assert person.page.evaluate(NUMBERS, [turns, figures_of_voice]) == expected
    assert {"0", "1", "30", "1:30", "0:01"} <= {number for turn in expected for number in turn}


# --- on the page

WATCH = """() => {
  const at = (id) => document.getElementById(id).textContent;
  const picture = document.getElementById("picture");
  window.seen = [];
  const look = () => {
    const path = new URL(picture.src).pathname.replace("/browser/figures/", "");
    if (window.seen.at(-1)?.[0] === path) return;
    window.seen.push([path, picture.alt, at("badge"), at("step")]);
  };
  new MutationObserver(look).observe(picture, { attributeFilter: ["src"] });
}"""
"""Notes each figure as it comes, and what is written beside it."""


def _expected(side: Side) -> list[list[str]]:
    screen, steps = screen_words("en"), CATALOG.moves["twisted_legs"].steps
    return [
        [
            f"twisted_legs/{step.id}/{side}.svg",
            for_side(screen.figures["twisted_legs"][step.id], side),
            screen.side[side],
            screen.step.format(number=number, of=len(steps)),
        ]
        for number, step in enumerate(steps, start=1)
    ]


def _picture(person: Person, alternative: str) -> Locator:
    return person.page.get_by_role("img", name=alternative)


def test_the_figure_is_that_of_the_step_and_the_side(person: Person) -> None:
    person.page.add_init_script(f"addEventListener('DOMContentLoaded', {WATCH})")
    person.begins_a_hold(speed="20")
    person.waits_for_dial("hold")
    # Slowly from here, so that the hold is not over before everything about it was looked at.
    person.set_speed("1")
    expect(_picture(person, "rings mark the right hip")).not_to_have_js_property("naturalWidth", 0)
    expect(person.page.locator("#unit")).to_have_text("remaining")
    person.types("switch sides")
    person.set_speed("20")
    expect(_picture(person, "rings mark the left hip")).to_be_visible(timeout=PATIENCE_MS)
    assert person.page.evaluate("() => window.seen") == [*_expected("right"), *_expected("left")]
    person.types("which muscles does the ball massage work")
    expect(_picture(person, "in orange: tensor fasciae latae")).to_be_visible()
    expect(person.page.locator("#where")).to_have_text("Muscles")
    person.types("go on")
    expect(_picture(person, "rings mark the left hip")).to_be_visible()
    expect(person.page.locator("#where")).to_have_text("Twisted legs")


PLACED = """(picture) => {
  const { x, y, width, height } = picture.getBoundingClientRect();
  const { scrollWidth, clientWidth } = document.documentElement;
  return [x, y + scrollY, width, height, scrollWidth - clientWidth];
}"""


def test_a_figure_that_is_missing_moves_nothing(comes: Comes) -> None:
    person = comes(viewport={"width": 320, "height": 568})
    person.open()
    person.page.route("**/browser/figures/**", lambda route: route.abort())
    # The browser reports the failed request by itself, soon after: it was ours.
    with person.page.expect_console_message(lambda told: "ERR_FAILED" in told.text):
        person.types("ask hip coach to start twisted legs")
    missing = _picture(person, "palms planted behind")
    missing_at = missing.evaluate(PLACED)
    assert missing.evaluate("(picture) => picture.naturalWidth") == 0
    assert all("ERR_FAILED" in error for error in person.errors)
    person.errors.clear()
    person.page.unroute("**/browser/figures/**")
    person.types("switch sides")
    expect(missing).not_to_have_js_property("naturalWidth", 0)
    assert missing.evaluate(PLACED) == missing_at
    assert missing_at[2] > 250
    assert missing_at[4] == 0
