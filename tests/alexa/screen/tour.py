"""A tour to every screen that can be reached: each routine and move to its end, every question."""

import functools

import msgspec

from skill.content import load
from tests.alexa.screen.show import Show, Shown

LOCALES = ("en-US", "de-DE")
LONGEST = 400
"""More turns than any routine has: a tour that is longer never ends."""


class Seen(msgspec.Struct, frozen=True):
    """A response of the tour, and where it was seen."""

    locale: str
    viewport: str
    shown: Shown

    def __str__(self) -> str:
        """Return where it was, for messages."""
        return f"{self.locale} {self.viewport}: {self.shown.name}"


@functools.cache
def tour(locale: str, viewport: str) -> tuple[Seen, ...]:
    """Return everything that was seen."""
    stops = [*_doors(locale, viewport), *_questions(locale, viewport)]
    for guidance in ("stepwise", "continuous"):
        for target in (*load().catalog.routines, *load().catalog.moves):
            stops += _run(locale, viewport, target, guidance)
    return tuple(Seen(locale, viewport, shown) for shown in stops)


def _doors(locale: str, viewport: str) -> list[Shown]:
    show = Show(locale, viewport)
    shown = [show.launch(), show.touch("start:desk"), show.touch("next"), show.launch()]
    shown += [show.touch("no"), show.touch("start:desk")]
    while shown[-1].listens:
        shown.append(show.touch("next"))
    return [*shown, show.launch(), show.touch("again")]


def _questions(locale: str, viewport: str) -> list[Shown]:
    show = Show(locale, viewport)
    content = load().catalog
    shown = [show.launch(), show.intent("MusclesIntent"), show.touch("start:full")]
    shown += [show.intent("MusclesIntent", move=move) for move in content.moves]
    shown += [show.intent("MuscleIntent", muscle=muscle) for muscle in content.muscles]
    shown += [show.intent("MovesIntent", routine=routine) for routine in content.routines]
    plain = (
        "MovesIntent", "AMAZON.HelpIntent", "WhyIntent", "SafetyIntent", "DoctorIntent",
        "ProgressIntent", "SettingsIntent", "LeftIntent", "PlaceIntent", "AMAZON.PauseIntent",
        "AMAZON.ResumeIntent", "AMAZON.FallbackIntent", "ForgetMeIntent", "AMAZON.NoIntent",
    )  # fmt: skip
    shown += [show.intent(name) for name in plain]
    shown += [show.touch("switch"), show.touch("repeat"), show.touch("pause")]
    return [*shown, show.intent("PainIntent", part="knee"), show.intent("FinishIntent")]


def _run(locale: str, viewport: str, target: str, guidance: str) -> list[Shown]:
    show = Show(locale, viewport)
    shown = [show.launch(), show.intent("SetGuidanceIntent", guidance=guidance)]
    shown.append(show.touch(f"start:{target}"))
    while shown[-1].listens:
        show.wait(160)
        shown.append(show.touch("next"))
        assert len(shown) < LONGEST, target
    return shown
