"""One turn being thought through: what is known, and the reply as it grows.

It lives for one turn only. `coach.py` makes it, the functions in `turns/` fill it.
"""

from msgspec.structs import replace

from skill.coach.catalog import Catalog, Move
from skill.coach.credit import credited_sets
from skill.coach.cues import Cue
from skill.coach.events import Asked, Event, Incomplete
from skill.coach.lengths import Lengths
from skill.coach.limits import Limits
from skill.coach.phrases import Wordings
from skill.coach.progress import Bookmark, FinishedSet, Mark, Preferences, Progress, credited
from skill.coach.repair import repaired, repaired_session
from skill.coach.reply import Card, Listing, Reply, View
from skill.coach.route import Route
from skill.coach.sets import Sets
from skill.coach.settle import settled
from skill.coach.sides import SIDES
from skill.coach.speaking import Speaking
from skill.coach.state import Mode, Moment, Question, Session, State
from skill.coach.timing import SECOND
from skill.coach.track import Track
from skill.coach.words import Lexicon

QUIET_MS = {
    "step": 20 * SECOND,
    "paused": 40 * SECOND,
    "question": 4 * SECOND,
}
"""How long a reprompt is quiet before it speaks. A person getting into position has these, and
the two times 8 s the microphone is open (alexa.md, "Session")."""

SEED_A_MOVE, SEED_A_SIDE = 7, 5
"""What choosing among wordings advances by from move to move, and from side to side: of two or of
three, the next move has another one, and so has the other side."""


class Talk:
    """What the functions of a turn read and write."""

    def __init__(  # noqa: PLR0913 - the world of a turn
        self,
        catalog: Catalog,
        lexicon: Lexicon,
        limits: Limits,
        state: State,
        moment: Moment,
        *,
        lengths: Lengths | None = None,
    ) -> None:
        self.lengths = lengths or Lengths()
        self.catalog = catalog
        self.lexicon = lexicon
        self.phrases = lexicon.phrases
        self.limits = limits
        self.moment = moment
        self.progress: Progress = state.progress
        self.session: Session = state.session
        self.finished: tuple[FinishedSet, ...] = ()
        self.speaking = Speaking(lexicon, state.progress.sessions + state.session.turn)
        self.was_moved = False
        self.heard: tuple[Mark, ...] = ()
        self.track = Track()
        self._prompt = ""
        self._reprompt: tuple[Cue, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._card: Card | None = None
        self._view: View | None = None
        self._muscles: tuple[str, ...] = ()
        self._listing: Listing | None = None
        self._forget = False

    # --- what is known

    @property
    def preferences(self) -> Preferences:
        """The person's preferences."""
        return self.progress.preferences

    @property
    def route(self) -> Route:
        """The way through a run, for these preferences."""
        return Route(self.catalog, self.preferences)

    @property
    def sets(self) -> Sets:
        """The compiler of steps, for these preferences."""
        return Sets(self.speaking, self.route)

    @property
    def bookmark(self) -> Bookmark | None:
        """The place in the run, where there is one."""
        return self.progress.bookmark

    @property
    def place(self) -> Bookmark:
        """The place in the run.

        Raises:
            LookupError: there is no run; only turns that need one ask for it.

        """
        if self.progress.bookmark is None:
            raise LookupError("no run is under way")
        return self.progress.bookmark

    @property
    def move_id(self) -> str:
        """Id of the move at the place."""
        return self.place.moves[self.place.move]

    def name_of(self, target: str) -> str:
        """Return what a routine or a move is called in a sentence."""
        if target in self.lexicon.routines:
            return self.lexicon.routines[target].short
        return self.lexicon.moves[target].short

    def dose_words(self, move_id: str) -> str:
        """Return the dose of a move in words."""
        move, dose = self.catalog.moves[move_id], self.route.dose(move_id)
        return self.amount_words(move, dose)

    def amount_words(self, move: Move, amount: int) -> str:
        """Return reps, or seconds, of a move in words."""
        units = self.phrases.units
        if move.sides == "alternating":
            return units.rounds.of(amount)
        return units.reps.of(amount) if move.is_counted else self.speaking.time(amount * SECOND)

    def dose_a_side(self, move_id: str) -> str:
        """Return the dose of a move in words, with "a side" where it has two sets."""
        words = self.dose_words(move_id)
        is_one = self.catalog.moves[move_id].sides == "alternating"
        return words if is_one else self.phrases.units.a_side.format(dose=words)

    # --- what changes

    def speak_as_at(self, place: Bookmark) -> None:
        """Choose wordings by a place from here on: there the same again, at the next another.

        Counting turns would not do: a move takes an even number of them, and so each would have
        the words of the one before.
        """
        a_set = SEED_A_MOVE * place.move + SEED_A_SIDE * SIDES.index(place.side)
        self.speaking = Speaking(self.lexicon, self.progress.sessions + a_set + place.step)

    def repair(self) -> None:
        """See that what is remembered still exists; content can change between two turns."""
        progress = repaired(self.progress, self.catalog)
        self.was_moved = progress.bookmark is not self.progress.bookmark
        self.progress = progress
        self.session = repaired_session(self.session, self.catalog)
        if self.bookmark is None and self.session.mode != "idle":
            self.be("idle")

    def settle(self) -> None:
        """Take account of what the last response led through until now."""
        if self.bookmark is not None and self.bookmark.playing:
            self.heard = self.bookmark.playing
            self.go_to(settled(self.bookmark, self.route, self.moment.now_ms))

    def go_to(self, place: Bookmark) -> None:
        """Move the bookmark; sets that are counted by it are credited to the history."""
        place, finished = credited_sets(self.bookmark, place, self.moment.day)
        if not finished:
            self.remember(bookmark=place)
            return
        history = self.progress.history
        for one in finished:
            history = credited(history, one)
        known = (*self.progress.known, *(one.move for one in finished))
        self.finished += finished
        self.remember(bookmark=place, history=history, known=tuple(dict.fromkeys(known)))

    def remember(self, **changes: object) -> None:
        """Change what is kept of the person."""
        self.progress = replace(self.progress, **changes)

    def prefer(self, **changes: object) -> None:
        """Change a preference."""
        self.remember(preferences=replace(self.preferences, **changes))

    def be(self, mode: Mode, **changes: object) -> None:
        """Change the mode of the session, and what else only this session knows."""
        self.session = replace(self.session, mode=mode, **changes)

    def understood(self) -> None:
        """Note that the person was understood."""
        self.session = replace(self.session, lost=0)

    def note_answer(self, meant: Event) -> None:
        """Note which question this reply answers, or which wish it asks back for, if it does."""
        asks_back = self.listens and self.session.asking == "value"
        noted = isinstance(meant, Asked) or (asks_back and isinstance(meant, Incomplete))
        self.session = replace(self.session, answered=meant if noted else None)

    # --- what is said

    def say(self, wordings: Wordings, **values: object) -> None:
        """Say one of the wordings of a phrase."""
        self.say_text(self.speaking.wording(wordings, **values))

    def say_text(self, text: str) -> None:
        """Say a text, if there is any."""
        if text:
            self.track.cues.append(self.speaking.say(text))

    def add(self, cues: tuple[Cue, ...] | list[Cue]) -> None:
        """Add cues as they are."""
        self.track.cues += cues

    def ask(
        self, question: Question, wordings: Wordings, again: Wordings, quiet: str, **values: object
    ) -> None:
        """End the reply with a prompt, and a patient reprompt in other words."""
        self.session = replace(self.session, asking=question)
        self._prompt = self.speaking.wording(wordings, **values)
        self._reprompt = self.speaking.patient(self.speaking.wording(again), QUIET_MS[quiet])

    def later(self) -> Track:
        """Return a track that begins when nobody has answered the prompt."""
        prompt_ms = self.speaking.say(self._prompt).ms
        return Track(self.track.ms + prompt_ms + self.limits.listening_ms)

    def run_on(self, track: Track) -> None:
        """Play a track in place of the reprompt."""
        self._reprompt = tuple(track.cues)
        self._marks = tuple(track.marks)

    @property
    def listens(self) -> bool:
        """Whether the reply has its prompt."""
        return bool(self._prompt)

    def show(self, card: Card) -> None:
        """Add something to read."""
        self._card = card

    def look_at_muscles(self, muscles: tuple[str, ...]) -> None:
        """Tell a screen which muscles the reply is about."""
        self._muscles = muscles

    def look_at_moves(self, listing: Listing) -> None:
        """Tell a screen which moves the reply is about."""
        self._listing = listing

    def look_at(self, view: View) -> None:
        """Tell a screen where the reply begins."""
        if self._view is None:
            self._view = view

    def forget(self) -> None:
        """Have everything that is kept of the person deleted."""
        self._forget = True
        self.progress = Progress()

    # --- the end of the turn

    def reply(self) -> Reply:
        """Return the reply as it is now."""
        return Reply(
            cues=tuple(self.track.cues),
            prompt=self._prompt,
            reprompt=self._reprompt,
            card=self._card,
            view=self._view,
            muscles=self._muscles,
            listing=self._listing,
            forget=self._forget,
        )

    def state(self) -> State:
        """Return the state after this turn."""
        if self.bookmark is not None and self.track.marks:
            playing = (*self.track.marks, *self._marks)
            self.go_to(replace(self.bookmark, sent_ms=self.moment.now_ms, playing=playing))
        asking = self.session.asking if self.listens else ""
        return State(
            self.progress, replace(self.session, turn=self.session.turn + 1, asking=asking)
        )
