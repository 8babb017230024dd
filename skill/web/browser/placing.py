"""The places of a run, in the words and with the figures of an Echo with a screen."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.alexa.screen.captions import Captions
from skill.coach.progress import Bookmark, Mark
from skill.coach.sides import for_side
from skill.coach.talk import Talk
from skill.coach.words import Lexicon
from skill.web.browser import drawings
from skill.web.browser.glimpse import Place, Stretch


class Placing:
    """Makes places in one language."""

    def __init__(self, lexicon: Lexicon, captions: Captions, at_end: str) -> None:
        self._lexicon = lexicon
        self._captions = captions
        self._at_end = at_end

    def stretches(self, talk: Talk, bookmark: Bookmark) -> Iterator[Stretch]:
        """Return what the response that a bookmark says is playing leads through."""
        there = bookmark
        for mark in bookmark.playing:
            there = _at(there, mark)
            unit = self._captions.unit(there.moves[mark.move], mark)
            place = self.place(talk, there)
            yield Stretch(mark.at_ms, mark.ms, mark.done, mark.amount, unit, place)

    def place(self, talk: Talk, place: Bookmark) -> Place:
        """Return a place."""
        move, step = talk.route.move(place), talk.route.step(place)
        move_id, sides = place.moves[place.move], talk.route.sides(move)
        caption = self._captions.of(move_id, place.side, place.step)
        return Place(
            move=place.move,
            set=sides.index(place.side) if place.side in sides else 0,
            name=caption.title,
            side=caption.badge,
            step=place.step + 1,
            steps=len(move.steps),
            at=caption.step,
            line=caption.line,
            figure=drawings.of_step(move_id, step.id, place.side, caption.alternative),
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
