"""The cues of a step: the instruction, the lead-in, the counted or timed work, the release."""

from itertools import pairwise

from skill.coach.catalog import Move, Step
from skill.coach.cues import Count, Cue, QuietFor, Silence, length
from skill.coach.piece import Piece, Spot, placed
from skill.coach.progress import Bookmark
from skill.coach.route import Route
from skill.coach.sides import for_side
from skill.coach.speaking import Speaking
from skill.coach.timing import SECOND
from skill.coach.words import StepWords

LEAD_IN = (3, 2, 1)
"""Counted down before work, one a second."""
BREATH_MS = 1_500
"""Quiet between an instruction and the lead-in."""
NARRATED_REPS = 2
"""So many reps of a set are accompanied by their beats; from then on only the count is heard."""
COUNT_DOWN = (5, 4, 3, 2, 1)
"""The last seconds of timed work, counted aloud (design: for holds of 20 s and more)."""
COUNTED_FROM_MS = 20 * SECOND
TEN_LEFT_MS = 10 * SECOND
CHEER_EVERY_MS = 20 * SECOND
"""No longer silence than this, nearly: somebody left alone for a minute thinks it is broken."""
APART_WORDS_MS = 200
"""Quiet between two words inside a rep, at least."""
APART_MS = 5 * SECOND
"""Words inside timed work keep this distance; the less important ones give way."""


class Sets:
    """Compiles steps to pieces, in one language, for one person."""

    def __init__(self, speaking: Speaking, route: Route) -> None:
        self.speaking = speaking
        self.route = route
        self.phrases = speaking.lexicon.phrases.sets

    def piece(self, place: Bookmark, *, full: bool, settle: bool, most_ms: int) -> Piece:
        """Return the step at a place, from what is done of it on, at most `most_ms` long.

        Where all of it would take longer, the piece holds an equal part of the rest, so that the
        last part is not a stump.
        """
        step = self.route.step(place)
        words = self._words(place)
        cues = self._instruction(place, words, full=full)
        if step.kind == "setup":
            return self._setup(cues, step, settle=settle)
        cues += self._lead_in()
        release = self.speaking.say(for_side(words.release, place.side))
        end = self._part_end(place, most_ms - length(cues) - release.ms)
        work = self._work(place, words, end)
        last = [release] if end == self.route.amount(place) else []
        return Piece((*cues, *work, *last), length(cues), length(work), place.done, end)

    # --- instruction and lead-in

    def _words(self, place: Bookmark) -> StepWords:
        move_words = self.speaking.lexicon.moves[place.moves[place.move]]
        return move_words.steps[self.route.step(place).id]

    def _instruction(self, place: Bookmark, words: StepWords, *, full: bool) -> list[Cue]:
        step = self.route.step(place)
        begun = step.kind != "setup" and place.done > 0
        texts = (
            []
            if begun and not full
            else [for_side(words.full if full else words.brief, place.side)]
        )
        if step.kind != "setup":
            texts.append(self.dose_left(place))
        return [self.speaking.say(" ".join(texts))]

    def dose_left(self, place: Bookmark) -> str:
        """Return a sentence with what is to do of the step: the dose, or what is left of it."""
        step, move = self.route.step(place), self.route.move(place)
        left = self.route.amount(place) - place.done
        if place.done:
            return self.speaking.wording(self.phrases.more, dose=self.amount(step, move, left))
        if step.kind == "hold":
            return self.speaking.wording(self.phrases.hold, time=self.speaking.time(left))
        if step.kind == "work":
            return self.speaking.wording(self.phrases.work, time=self.speaking.time(left))
        units = self.speaking.lexicon.phrases.units
        if move.sides == "alternating":
            return self.speaking.wording(self.phrases.rounds, rounds=units.rounds.of(left))
        return self.speaking.wording(self.phrases.times, reps=units.reps.of(left))

    def amount(self, step: Step, move: Move, amount: int) -> str:
        """Return an amount of a step in words: reps, rounds, or a time of so many milliseconds."""
        units = self.speaking.lexicon.phrases.units
        if step.kind != "rep":
            return self.speaking.time(amount)
        return (units.rounds if move.sides == "alternating" else units.reps).of(amount)

    def _setup(self, cues: list[Cue], step: Step, *, settle: bool) -> Piece:
        if settle and step.settle:
            cues = [*cues, Silence(self._paced(step.settle * SECOND), "settle")]
        return Piece(tuple(cues), 0, length(cues), 0, 1)

    def _lead_in(self) -> list[Cue]:
        spots = [
            Spot(beat * SECOND, self.speaking.word(self.speaking.number(number)))
            for beat, number in enumerate(LEAD_IN)
        ]
        return [Silence(BREATH_MS), *placed(spots, len(LEAD_IN) * SECOND, "settle")]

    # --- the work itself

    def _paced(self, ms: int) -> int:
        return ms * self.route.preferences.pace // 100

    def beat_ms(self, move: Move) -> int:
        """Return how long a rep takes at the person's pace."""
        return self._paced(move.tempo * SECOND)

    def _part_end(self, place: Bookmark, room_ms: int) -> int:
        amount = self.route.amount(place)
        unit_ms = self.beat_ms(self.route.move(place)) if self._is_counted(place) else 1
        left = amount - place.done
        fitting = max(1, room_ms // unit_ms)
        parts = -(-left // fitting)
        return amount if parts <= 1 else place.done + -(-left // parts)

    def _is_counted(self, place: Bookmark) -> bool:
        return self.route.step(place).kind == "rep"

    def _work(self, place: Bookmark, words: StepWords, end: int) -> list[Cue]:
        if self._is_counted(place):
            beat = self.beat_ms(self.route.move(place))
            return placed(self._reps(place, words, end), (end - place.done) * beat, "rep")
        purpose: QuietFor = "hold" if self.route.step(place).kind == "hold" else "work"
        return placed(self._timed(place, words, end), end - place.done, purpose)

    def _reps(self, place: Bookmark, words: StepWords, end: int) -> list[Spot]:
        move = self.route.move(place)
        beat = self.beat_ms(move)
        spots: list[Spot] = []
        for rep in range(place.done + 1, end + 1):
            at = (rep - place.done - 1) * beat
            narrated = rep - place.done <= NARRATED_REPS or move.sides == "alternating"
            beats = [for_side(text, place.side) for text in words.beats] if narrated else []
            first = rep == place.done + 1
            called = [words.go] if first else self._called(rep, place)
            room = beat // max(1, len(beats)) - APART_WORDS_MS
            spots.append(Spot(at, self._count(rep, called, "".join(beats[:1]), room)))
            spots += [
                Spot(at + beat * number // len(beats), self.speaking.word(text))
                for number, text in enumerate(beats)
                if number and text
            ]
        return spots

    def _count(self, rep: int, called: list[str], beat: str, room_ms: int) -> Count:
        """Return what is called at a rep; where there is no room for all, its number and beat."""
        whole = self.speaking.count(rep, ", ".join(text for text in (*called, beat) if text))
        if whole.ms <= room_ms or not beat:
            return whole
        return self.speaking.count(rep, f"{called[0]} {beat}")

    def _called(self, rep: int, place: Bookmark) -> list[str]:
        """Return the number of a rep, and what else there is to say of it."""
        amount = self.route.amount(place)
        called = [self.speaking.number(rep)]
        if rep == amount:
            called.append(self.speaking.wording(self.phrases.last_rep))
        elif rep * 2 == amount and amount >= 10:
            called.append(self.speaking.wording(self.phrases.halfway))
        return called

    def _timed(self, place: Bookmark, words: StepWords, end: int) -> list[Spot]:
        amount = self.route.amount(place)
        begin = Spot(place.done, self.speaking.word(words.go))
        count_down = [
            Spot(amount - left * SECOND, self.speaking.count(left, self.speaking.number(left)))
            for left in COUNT_DOWN
            if amount >= COUNTED_FROM_MS
        ]
        fixed = [begin, *count_down]
        spots = sorted(fixed + _apart(fixed, self._announced(amount)), key=_time)
        return [
            Spot(spot.at_ms - place.done, spot.cue)
            for spot in spots
            if place.done <= spot.at_ms < end
        ]

    def _announced(self, amount: int) -> list[Spot]:
        """Return halfway, ten left, and now and then a quiet word; what matters most is first."""
        say, phrases = self.speaking.say, self.phrases
        halfway = Spot(amount // 2, say(self.speaking.wording(phrases.halfway) + "."))
        ten_left = Spot(amount - TEN_LEFT_MS, say(self.speaking.wording(phrases.ten_left)))
        important = [halfway, ten_left] if amount >= 2 * TEN_LEFT_MS else [halfway]
        fixed = sorted(spot.at_ms for spot in [*important, Spot(0, halfway.cue)])
        cheers = [
            Spot((earlier + later) // 2, say(phrases.cheer[number % len(phrases.cheer)]))
            for number, (earlier, later) in enumerate(pairwise(fixed))
            if later - earlier > CHEER_EVERY_MS
        ]
        return important + cheers


def _apart(fixed: list[Spot], wished: list[Spot]) -> list[Spot]:
    """Return of the wished spots, in order of importance, those with room around them."""
    kept: list[Spot] = []
    for spot in wished:
        if all(abs(spot.at_ms - other.at_ms) >= APART_MS for other in fixed + kept):
            kept.append(spot)
    return kept


def _time(spot: Spot) -> int:
    return spot.at_ms
