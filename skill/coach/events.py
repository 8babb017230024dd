"""What can happen in a turn. A shell turns whatever a person said into one of these.

A field is `None` where the person left it out or it was not understood.
Words that mean different things in different states (`Okay`, `Again`, `Hold`, `Skip`, ...) are
events of their own: `meaning.py` decides by the state what they stand for.
"""

from typing import Literal

import msgspec

from skill.coach.progress import Guidance
from skill.coach.sides import Side

PaceChange = Literal["slower", "faster", "usual"]


class Event(msgspec.Struct, frozen=True, tag=True):
    """Base of all events."""


# --- sessions


class Launch(Event, frozen=True):
    """The skill was opened without a wish."""


class Ended(Event, frozen=True):
    """The device has ended the session; nothing can be said any more."""


class Unknown(Event, frozen=True):
    """Something that was not understood, or not meant for the coach."""


class Stop(Event, frozen=True):
    """End at once."""


class Finish(Event, frozen=True):
    """Enough for today: end with a summary."""


class Help(Event, frozen=True):
    """What can be said here?"""


# --- beginning


class Start(Event, frozen=True):
    """Begin a routine or a move by its id."""

    target: str | None = None
    minutes: int | None = None


class ShortOfTime(Event, frozen=True):
    """Only so many minutes are there; without a number, something short is wished for."""

    minutes: int | None = None


class SameAgain(Event, frozen=True):
    """The same as last time."""


class StartOver(Event, frozen=True):
    """The routine from its beginning."""


class Resume(Event, frozen=True):
    """Go on where it was left."""


class ForgetMe(Event, frozen=True):
    """Delete all that is remembered."""


# --- moving about


class Next(Event, frozen=True):
    """The next step."""


class Previous(Event, frozen=True):
    """The step before."""


class Repeat(Event, frozen=True):
    """Say it again."""


class GoToStep(Event, frozen=True):
    """The step of a number, from one, in this move."""

    number: int | None = None


class RestartMove(Event, frozen=True):
    """This move from its first step, on its first side."""


class SkipMove(Event, frozen=True):
    """Leave this move out, or another one, by its id."""

    move: str | None = None


class PreviousMove(Event, frozen=True):
    """Back to the move before."""


class SwitchSides(Event, frozen=True):
    """The other side, or the one named."""

    side: Side | None = None


class Pause(Event, frozen=True):
    """Wait until the person comes back."""


# --- words whose meaning hangs on the state


class Ready(Event, frozen=True):
    """The word "I'm ready"."""


class Done(Event, frozen=True):
    """The word "I'm done"."""


class Okay(Event, frozen=True):
    """The word "Okay"."""


class Continue(Event, frozen=True):
    """The word "Continue", "carry on"."""


class Again(Event, frozen=True):
    """The word "Again", "one more time"."""


class Hold(Event, frozen=True):
    """The word "Hold"."""


class Skip(Event, frozen=True):
    """The word "Skip"."""


class Complete(Event, frozen=True):
    """The word "Complete"."""


class LastStep(Event, frozen=True):
    """The word "Last step"."""


class Yes(Event, frozen=True):
    """A clear yes."""


class No(Event, frozen=True):
    """A no."""


# --- settings


class SetGuidance(Event, frozen=True):
    """Stop after each step, or run on."""

    guidance: Guidance | None = None


class SetReps(Event, frozen=True):
    """How many reps a side."""

    reps: int | None = None


class SetHold(Event, frozen=True):
    """How many seconds to hold."""

    seconds: int | None = None


class SetPace(Event, frozen=True):
    """Slower, faster, or as usual."""

    change: PaceChange | None = None


class SetFirstSide(Event, frozen=True):
    """Which side comes first."""

    side: Side | None = None


ALL = "all"
"""Stands for the ids of all equipment."""


class Lack(Event, frozen=True):
    """Something is not there, by its equipment id, or `ALL`."""

    equipment: str | None = None


class Have(Event, frozen=True):
    """Something is there again, by its equipment id, or `ALL`."""

    equipment: str | None = None


class TooHard(Event, frozen=True):
    """This one is too much."""


# --- questions


class AskMuscles(Event, frozen=True):
    """Which muscles does a move work? Without a move, the current one."""

    move: str | None = None


class AskMuscle(Event, frozen=True):
    """Where is a muscle, and what does it do?"""

    muscle: str | None = None


class AskMovesFor(Event, frozen=True):
    """Which moves work a muscle?"""

    muscle: str | None = None


class AskFelt(Event, frozen=True):
    """Where should a move be felt?"""

    move: str | None = None


class AskNeeds(Event, frozen=True):
    """What is needed for a move or a routine?"""

    target: str | None = None


class AskDose(Event, frozen=True):
    """How many reps, or how long?"""

    move: str | None = None


class AskMove(Event, frozen=True):
    """What is this move?"""

    move: str | None = None


class AskLeft(Event, frozen=True):
    """How much is left?"""


class AskPlace(Event, frozen=True):
    """Where am I?"""


class AskNext(Event, frozen=True):
    """What comes next?"""


class AskMoves(Event, frozen=True):
    """Which moves are in a routine, or which are there at all?"""

    routine: str | None = None


class AskWhy(Event, frozen=True):
    """What is all this good for?"""


class AskSitting(Event, frozen=True):
    """What does sitting have to do with it?"""


class AskSafety(Event, frozen=True):
    """Is this safe, and what should be minded?"""


class AskDoctor(Event, frozen=True):
    """What can pain mean, and when is it one for a doctor?"""


class AskProgress(Event, frozen=True):
    """How am I doing?"""


class AskSettings(Event, frozen=True):
    """What is set?"""


Asked = (
    AskMuscles | AskMuscle | AskMovesFor | AskFelt | AskNeeds | AskDose | AskMove | AskLeft
    | AskPlace | AskNext | AskMoves | AskWhy | AskSitting | AskSafety | AskDoctor | AskProgress
    | AskSettings | Help
)  # fmt: skip
"""Whatever is answered without anything happening."""

Incomplete = (
    SetGuidance | SetReps | SetHold | SetPace | SetFirstSide | Lack | Have | GoToStep
)  # fmt: skip
"""Wishes that are asked back for what they left out."""


# --- safety


class Hurts(Event, frozen=True):
    """Pain, dizziness, or anything of the kind, anywhere."""

    part: str | None = None
    """Id of the body part, where one was named."""


# --- what a word turned out to mean (`meaning.py`); shells never send these


class GoOn(Event, frozen=True):
    """On from here: what is begun is finished, then comes the next step."""


class Offer(Event, frozen=True):
    """The offer that stands, once more."""


class NotNow(Event, frozen=True):
    """No to an offer: something else, then?"""


class DoSkipped(Event, frozen=True):
    """Yes to the moves that were left out."""


class Goodbye(Event, frozen=True):
    """No to the last offer: the end."""


class Forget(Event, frozen=True):
    """Yes, delete everything."""


class KeepAll(Event, frozen=True):
    """No, delete nothing."""


class SkipAhead(Event, frozen=True):
    """Leave out the move that was only announced."""


class AskPain(Event, frozen=True):
    """Something hurt, and a clear wish is still missing."""


class AskCarryOn(Event, frozen=True):
    """A wish to move on after something hurt: is it really meant?"""


class StartAnyway(Event, frozen=True):
    """Yes to the wish that was said while something hurt."""


class AskStartAnyway(Event, frozen=True):
    """A wish for another routine after something hurt: is the person well enough?"""

    wish: Start


class CarryOn(Event, frozen=True):
    """A clear yes to going on with what hurt."""
