"""Pain stops everything, only a clear wish goes on, and nothing of it is remembered."""

from collections.abc import Iterator

from skill.coach import events as ev
from skill.coach.cues import Count, Silence
from skill.coach.events import Event
from tests.proof.every_state.checks.places import where
from tests.proof.every_state.transition import Transition

CLEAR: tuple[type[Event], ...] = (ev.Continue, ev.Resume, ev.Skip, ev.SkipMove)
"""Carry on, or leave it out."""
ENDS: tuple[type[Event], ...] = (
    ev.Stop, ev.Finish, ev.Done, ev.Complete, ev.Ended, ev.Launch, ev.Forget,
)  # fmt: skip
"""What ends the talk, or begins another."""
WORK = ("hold", "work", "rep")


def check_pain(done: Transition) -> Iterator[str]:
    """Check the turn in which something hurts, and the turns after it."""
    if isinstance(done.event, ev.Hurts):
        yield from _when_it_hurts(done)
    elif done.before.session.mode == "hurt" and not _is_clear(done):
        if _performs(done):
            yield "brings the body into motion after pain"
        if done.after.session.mode != "hurt" and not isinstance(done.event, ENDS):
            yield "forgets the pain without a clear wish"
        if not isinstance(done.event, ENDS):
            yield from _keeps_place(done)


def _when_it_hurts(done: Transition) -> Iterator[str]:
    answers = done.coach.lexicon.answers
    said = " ".join(done.texts()).lower()
    part = getattr(done.event, "part", None)
    advice = {"knee": answers.knee, "hip": answers.pain}.get(part or "", answers.unwell)
    if " ".join(advice).lower() not in said:
        yield "gives no advice when something hurts"
    if _performs(done):
        yield "goes on although something hurts"
    if not done.reply.listens:
        yield "gives no choice when something hurts"
    if done.after.progress != done.before.progress:
        yield "remembers something of a pain"
    if done.place is not None and done.after.session.mode != "hurt":
        yield "does not stop for pain"


def _is_clear(done: Transition) -> bool:
    confirming = done.before.session.asking in ("carry_on", "start_anyway")
    return isinstance(done.event, CLEAR) or (confirming and isinstance(done.event, ev.Yes | ev.No))


def _performs(done: Transition) -> bool:
    works = any(
        isinstance(cue, Count) or (isinstance(cue, Silence) and cue.purpose in WORK)
        for cue in done.reply.cues
    )
    return bool(done.marks) or works


def _keeps_place(done: Transition) -> Iterator[str]:
    # Moves may be added ahead: it is only the place that must not change.
    wanted = done.after.progress.preferences
    if where(done.after)[2:] not in (where(done.before)[2:], where(done.before, wanted)[2:]):
        yield "moves the bookmark after pain"
