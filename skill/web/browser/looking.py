"""From the session attributes to what a screen shows."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.coach.durations import left_ms
from skill.coach.progress import Bookmark, History, Mark, set_key
from skill.coach.sides import for_side
from skill.coach.state import Moment, State
from skill.coach.talk import Talk
from skill.coach.timing import MINUTE
from skill.content import Content
from skill.speech.limits import ALEXA
from skill.web.browser.glimpse import Glimpse, MoveRow, Place, SetRow, Setting, Stretch, Sums
from skill.web.browser.words import PageWords


class Looking:
    """Looks at states, in one language. Nothing is changed by it, and nothing is kept."""

    def __init__(self, content: Content, language: str, words: PageWords) -> None:
        self._catalog = content.catalog
        self._lexicon = content.lexicons[language]
        self._words = words

    def glimpse(self, state: State, moment: Moment) -> Glimpse:
        """Return what a screen shows of a state."""
        talk = Talk(self._catalog, self._lexicon, ALEXA, state, moment)
        talk.repair()
        seen = Glimpse(
            mode=state.session.mode,
            sums=_sums(talk.progress.history, moment.day),
            settings=tuple(self._settings(talk)),
        )
        return seen if talk.bookmark is None else self._run(talk, talk.bookmark, seen)

    # --- the run

    def _run(self, talk: Talk, bookmark: Bookmark, seen: Glimpse) -> Glimpse:
        return replace(
            seen,
            routine=self._name(bookmark.routine),
            moves=tuple(self._moves(talk, bookmark)),
            place=self._place(talk, bookmark),
            stretches=tuple(self._stretches(talk, bookmark)),
            left_ms=left_ms(talk),
        )

    def _name(self, target: str) -> str:
        if target in self._lexicon.routines:
            return self._lexicon.routines[target].name
        return self._lexicon.moves[target].name

    def _moves(self, talk: Talk, bookmark: Bookmark) -> Iterator[MoveRow]:
        for number, move_id in enumerate(bookmark.moves):
            move = self._catalog.moves[move_id]
            yield MoveRow(
                name=self._lexicon.moves[move_id].name,
                dose=talk.dose_words(move_id),
                sets=tuple(
                    SetRow(
                        self._side(talk, move_id, side), set_key(number, side) in bookmark.counted
                    )
                    for side in talk.route.sides(move)
                ),
                is_current=number == bookmark.move,
                is_skipped=move_id in bookmark.skipped,
            )

    def _side(self, talk: Talk, move_id: str, side: str) -> str:
        phrases = talk.phrases.place
        if self._catalog.moves[move_id].sides == "alternating":
            return phrases.both_sides
        return phrases.side.format(side=self._lexicon.language.side_names[side])

    # --- places

    def _stretches(self, talk: Talk, bookmark: Bookmark) -> Iterator[Stretch]:
        there = bookmark
        for mark in bookmark.playing:
            there = _at(there, mark)
            yield Stretch(mark.at_ms, mark.ms, mark.done, mark.amount, self._place(talk, there))

    def _place(self, talk: Talk, place: Bookmark) -> Place:
        move_id = place.moves[place.move]
        sides = talk.route.sides(talk.route.move(place))
        return Place(
            move=place.move,
            set=sides.index(place.side) if place.side in sides else 0,
            name=self._lexicon.moves[move_id].name,
            side=self._side(talk, move_id, place.side),
            step=place.step + 1,
            steps=len(talk.route.move(place).steps),
            kind=talk.route.step(place).kind,
            total=talk.route.amount(place),
            ahead=self._ahead(talk, place),
        )

    def _ahead(self, talk: Talk, place: Bookmark) -> str:
        following = talk.route.next_place(place)
        if following is None:
            return self._words.at_end
        move_id = following.moves[following.move]
        if following.move != place.move:
            return self._lexicon.moves[move_id].name
        if not following.step:
            return self._side(talk, move_id, following.side)
        step = talk.route.step(following)
        return for_side(self._lexicon.moves[move_id].steps[step.id].brief, following.side)

    # --- settings

    def _settings(self, talk: Talk) -> Iterator[Setting]:
        panel, wanted = self._words.panel, talk.preferences
        side = talk.phrases.place.side.format(side=talk.speaking.side(wanted.first_side))
        yield Setting(panel.guidance, panel.guidance_names[wanted.guidance])
        yield Setting(panel.pace, f"{wanted.pace} %")
        yield Setting(panel.first_side, side)
        for move_id in wanted.doses:
            if move_id in self._catalog.moves:
                name = self._lexicon.moves[move_id].name
                yield Setting(panel.dose.format(move=name), talk.dose_words(move_id))
        if wanted.lacks:
            things = [self._lexicon.equipment[id].name for id in wanted.lacks]
            yield Setting(panel.lacks, talk.speaking.listed(things))


def _at(before: Bookmark, mark: Mark) -> Bookmark:
    """Return the place of a mark, when `before` was the place until then."""
    there = replace(before, move=mark.move, side=mark.side, step=mark.step, done=mark.done)
    if mark.move != before.move:
        return replace(there, closed=())
    # A response that goes to the other side has been through the one before.
    return (
        there if mark.side == before.side else replace(there, closed=(*there.closed, before.side))
    )


def _sums(history: History, day: int) -> Sums:
    current = history.streak if history.last_day >= day - 1 else 0
    return Sums(current, history.best, history.sets, round(history.ms / MINUTE))
