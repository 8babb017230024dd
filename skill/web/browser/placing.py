"""The places of a run, in the words and with the figures of an Echo with a screen."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.alexa.screen.words import ScreenWords
from skill.coach.progress import Bookmark, Mark
from skill.coach.sides import for_side
from skill.coach.talk import Talk
from skill.coach.words import Lexicon
from skill.web.browser import drawings
from skill.web.browser.glimpse import Place, Stretch


class Placing:
    """Makes places in one language."""

    def __init__(self, lexicon: Lexicon, screen: ScreenWords, at_end: str) -> None:
        self._lexicon = lexicon
        self._screen = screen
        self._at_end = at_end

    def stretches(self, talk: Talk, bookmark: Bookmark) -> Iterator[Stretch]:
        """Return what the response that a bookmark says is playing leads through."""
        there = bookmark
        for mark in bookmark.playing:
            there = _at(there, mark)
            place = self.place(talk, there)
            unit = self._unit(mark, place)
            yield Stretch(mark.at_ms, mark.ms, mark.done, mark.amount, unit, place)

    def _unit(self, mark: Mark, place: Place) -> str:
        if place.kind == "setup":
            return ""
        screen = self._screen
        return screen.reps.format(amount=mark.amount) if place.kind == "rep" else screen.time

    def place(self, talk: Talk, place: Bookmark) -> Place:
        """Return a place."""
        move, step = talk.route.move(place), talk.route.step(place)
        move_id, sides = place.moves[place.move], talk.route.sides(move)
        screen, words = self._screen, self._lexicon.moves[move_id]
        both, number, steps = move.sides == "alternating", place.step + 1, len(move.steps)
        shows = for_side(screen.figures[move_id][step.id], place.side)
        return Place(
            move=place.move,
            set=sides.index(place.side) if place.side in sides else 0,
            name=words.name,
            side=screen.both_sides if both else screen.side[place.side],
            step=number,
            steps=steps,
            at=screen.step.format(number=number, of=steps),
            line=for_side(words.steps[step.id].brief, place.side),
            figure=drawings.of_step(move_id, step.id, place.side, shows),
            kind=step.kind,
            total=talk.route.amount(place),
            ahead=self._ahead(talk, place),
        )

    def side(self, talk: Talk, move_id: str, side: str) -> str:
        """Return a side of a move as the coach calls it."""
        phrases = talk.phrases.place
        if talk.catalog.moves[move_id].sides == "alternating":
            return phrases.both_sides
        return phrases.side.format(side=self._lexicon.language.side_names[side])

    def _ahead(self, talk: Talk, place: Bookmark) -> str:
        following = talk.route.next_place(place)
        if following is None:
            return self._at_end
        move_id = following.moves[following.move]
        if following.move != place.move:
            return self._lexicon.moves[move_id].name
        if not following.step:
            return self.side(talk, move_id, following.side)
        step = talk.route.step(following)
        return for_side(self._lexicon.moves[move_id].steps[step.id].brief, following.side)


def _at(before: Bookmark, mark: Mark) -> Bookmark:
    """Return the place of a mark, when `before` was the place until then."""
    there = replace(before, move=mark.move, side=mark.side, step=mark.step, done=mark.done)
    if mark.move != before.move:
        return replace(there, closed=())
    if mark.side == before.side:
        return there
    # A response that goes to the other side has been through the one before.
    return replace(there, closed=(*there.closed, before.side))
