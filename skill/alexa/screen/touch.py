"""What a touch stands for: the same events as the spoken words."""

from collections.abc import Sequence

from skill.coach import events as ev
from skill.coach.events import Event

TOUCHES: dict[str, Event] = {
    "next": ev.Next(),
    "repeat": ev.Repeat(),
    "switch": ev.SwitchSides(None),
    "pause": ev.Pause(),
    "resume": ev.Resume(),
    "again": ev.SameAgain(),
    "yes": ev.Yes(),
    "no": ev.No(),
    "advance": ev.Yes(),
}
"""`advance` is sent by the screen itself, when a person who wants to go on without asking has had
time to answer."""

START = "start:"
"""Before the id of a routine."""


def event_of_touch(arguments: Sequence[object]) -> Event | None:
    """Return the event that a screen's arguments stand for; `None` for those of another skill's."""
    said = arguments[0] if arguments else None
    if not isinstance(said, str):
        return None
    if said.startswith(START):
        return ev.Start(said.removeprefix(START))
    return TOUCHES.get(said)
