"""Every screen that can be reached, laid out: everything resolves, fits, and can be touched."""

from math import hypot

from skill.alexa.screen.touch import event_of_touch
from tests.alexa.screen.apl.fonts import fit
from tests.alexa.screen.apl.inflate import Placed
from tests.alexa.screen.laid import Laid

SLACK = 1.01
"""Rounding of sizes."""
SMALLEST_TOUCH = 44
"""Dp that a finger hits well; a common measure of design guides."""

Screens = tuple[Laid, ...]


def test_no_text_overflows(screens: Screens) -> None:
    faults = {
        f"{text.values['text']!r} {text.values['fontSize']} {text.box}"
        for one in screens
        for text in one.placed
        if text.type == "Text" and _overflows(one, text)
    }
    assert not faults, "\n".join(sorted(faults)[:40])


def _overflows(one: Laid, text: Placed) -> bool:
    needed = fit(text, font_size(one, text))
    return (
        needed.widest > text.box.width * SLACK
        or (needed.height > text.box.height * SLACK and not text.scrolls)
        or needed.lines > text.values.get("maxLines", needed.lines)
    )


def font_size(one: Laid, text: Placed) -> float:
    """Return the size of a text's font, in dp."""
    dimensions = one.seen.shown.document["resources"][0]["dimensions"]
    written = dimensions[text.values["fontSize"].removeprefix("@")]
    whole = one.screen.height if written.endswith("vh") else one.screen.width
    return float(written[:-2]) * whole / 100


def test_everything_is_on_the_screen(screens: Screens) -> None:
    for one in screens:
        for part in one.placed:
            box = part.box
            if not part.scrolls:
                assert box.left >= 0, (str(one), part)
                assert box.top >= 0, (str(one), part)
                assert box.left + box.width <= one.screen.width * SLACK, (str(one), part)
                assert box.top + box.height <= one.screen.height * SLACK, (str(one), part)


def test_nothing_is_cut_off_by_a_round_screen(screens: Screens) -> None:
    for one in screens:
        middle = one.screen.width / 2
        for part in one.placed if one.screen.shape == "round" else []:
            if part.type in {"Text", "TouchWrapper"} and not part.scrolls:
                box = part.box
                across = max(abs(middle - box.left), abs(box.left + box.width - middle))
                down = max(abs(middle - box.top), abs(box.top + box.height - middle))
                assert hypot(across, down) <= middle * SLACK, (str(one), part)


def test_exactly_one_stage_is_seen_at_a_time(screens: Screens) -> None:
    for one in screens:
        if "stages" in one.seen.shown.data:
            lines = [part for part in one.placed if part.values.get("fontSize") == "@lineFont"]
            assert len(lines) == 1, str(one)


def test_every_touch_is_large_enough_and_understood(screens: Screens) -> None:
    touched = set()
    for one in screens:
        for part in one.placed:
            if part.type != "TouchWrapper" or part.values.get("disabled"):
                continue
            assert min(part.box.width, part.box.height) >= SMALLEST_TOUCH, (str(one), part)
            assert event_of_touch(part.values["arguments"]) is not None, (str(one), part)
            assert part.values["accessibilityLabel"], (str(one), part)
            touched.add(part.values["arguments"][0])
    assert touched >= {"next", "pause", "start:full"}


def test_graphics_are_there_and_say_what_they_show(screens: Screens) -> None:
    pictures = 0
    for one in screens:
        for part in one.placed:
            if part.type == "VectorGraphic":
                assert part.values["source"] in one.seen.shown.document["graphics"], str(one)
                assert part.values["accessibilityLabel"], str(one)
                pictures += 1
    assert pictures
