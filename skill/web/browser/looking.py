"""From the session attributes to what a screen shows."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.alexa.screen.captions import Captions
from skill.alexa.screen.words import screen_words
from skill.coach import events as ev
from skill.coach.durations import left_ms
from skill.coach.progress import Bookmark, History, set_key
from skill.coach.state import Moment, State
from skill.coach.talk import Talk
from skill.coach.timing import MINUTE
from skill.coach.turns.questions import asked_move
from skill.content import Content
from skill.speech.limits import ALEXA
from skill.web.browser import drawings
from skill.web.browser.glimpse import Glimpse, MoveRow, Muscles, SetRow, Setting, Sums
from skill.web.browser.placing import Placing
from skill.web.browser.words import PageWords


class Looking:
    """Looks at states, in one language. Nothing is changed by it, and nothing is kept."""

    def __init__(self, content: Content, language: str, words: PageWords) -> None:
        self._catalog = content.catalog
        self._lexicon = content.lexicons[language]
        self._words = words
        self._screen = screen_words(language)
        self._captions = Captions(self._catalog, self._lexicon, self._screen)
        self._placing = Placing(self._lexicon, self._captions, words.at_end)

    def glimpse(self, state: State, moment: Moment) -> Glimpse:
        """Return what a screen shows of a state."""
        talk = Talk(self._catalog, self._lexicon, ALEXA, state, moment)
        talk.repair()
        seen = Glimpse(
            mode=state.session.mode,
            muscles=self._muscles(talk),
            sums=_sums(talk.progress.history, moment.day),
            settings=tuple(self._settings(talk)),
        )
        return seen if talk.bookmark is None else self._run(talk, talk.bookmark, seen)

    def _muscles(self, talk: Talk) -> Muscles | None:
        ids = _asked_for(talk)
        if not ids:
            return None
        drawn = drawings.of_muscles(ids, self._captions.of_muscles(ids))
        return Muscles(self._screen.titles.muscles, drawn)

    # --- the run

    def _run(self, talk: Talk, bookmark: Bookmark, seen: Glimpse) -> Glimpse:
        return replace(
            seen,
            routine=self._name(bookmark.routine),
            moves=tuple(self._moves(talk, bookmark)),
            place=self._placing.place(talk, bookmark),
            stretches=tuple(self._placing.stretches(talk, bookmark)),
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
                        self._placing.side(talk, move_id, side),
                        set_key(number, side) in bookmark.counted,
                    )
                    for side in talk.route.sides(move)
                ),
                is_current=number == bookmark.move,
                is_skipped=move_id in bookmark.skipped,
            )

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


def _asked_for(talk: Talk) -> tuple[str, ...]:
    """Return the muscles that the last answer was about, if it was about any."""
    match talk.session.answered:
        case ev.AskMuscle(muscle=str(muscle)) if muscle in talk.catalog.muscles:
            return (muscle,)
        case ev.AskMuscles(move=named):
            move_id = asked_move(talk, named)
            return talk.catalog.moves[move_id].muscles if move_id else ()
    return ()


def _sums(history: History, day: int) -> Sums:
    current = history.streak if history.last_day >= day - 1 else 0
    return Sums(current, history.best, history.sets, round(history.ms / MINUTE))
