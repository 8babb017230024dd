"""The beginning: of a session, and of a run."""

from skill.coach import events as ev
from skill.coach.coaching import TAKE_IN_MS, coach, where
from skill.coach.cues import Silence
from skill.coach.durations import fitting, moves_ms
from skill.coach.offers import offer, offer_to_begin, offer_to_go_on
from skill.coach.progress import Bookmark
from skill.coach.talk import Talk
from skill.coach.timing import MINUTE, SECOND, rounded_minutes

LONG_AGO_MS = 30 * 24 * 60 * 60 * SECOND
"""After so long a break a fresh start is offered before the old place."""
SHORT_MINUTES = 5
"""How long something short may take, when no number is said."""


def launch(talk: Talk, _event: ev.Launch) -> None:
    """Welcome a person; whoever was in the middle of a run is asked to go on."""
    first = talk.progress.sessions == 0
    talk.remember(sessions=talk.progress.sessions + 1)
    talk.be("idle")
    _drop_finished(talk)
    if first:
        talk.say(talk.phrases.welcome.first)
        talk.say_text(" ".join(talk.lexicon.answers.disclaimer))
    elif talk.bookmark is None and not talk.track.cues:
        _say_back(talk)
    if talk.bookmark is not None:
        _say_where_left(talk)
    offer_to_begin(talk)


def _drop_finished(talk: Talk) -> None:
    """A run whose last set was done when the session died is over."""
    if talk.bookmark is None:
        return
    place = talk.place
    if talk.route.is_through(place):
        talk.say(talk.phrases.welcome.was_finished, routine=talk.name_of(place.routine))
        talk.remember(bookmark=None)


def _say_back(talk: Talk) -> None:
    talk.say(talk.phrases.welcome.back)
    history = talk.progress.history
    if history.streak > 1 and history.last_day >= talk.moment.day - 1:
        days = talk.phrases.units.days.of(history.streak)
        talk.say(talk.phrases.welcome.streak, days=days)


def _say_where_left(talk: Talk) -> None:
    welcome = talk.phrases.welcome
    if talk.was_moved:
        wordings = welcome.moved
    elif talk.moment.now_ms - talk.place.sent_ms > LONG_AGO_MS:
        wordings = welcome.long_ago
    else:
        wordings = welcome.where
    talk.say(wordings, place=where(talk))


def offer_again(talk: Talk, _event: ev.Offer) -> None:
    """Say the offer that stands once more."""
    if talk.session.asking == "resume":
        talk.say(talk.phrases.welcome.where_again, place=where(talk))
    offer_to_go_on(talk)


def not_now(talk: Talk, _event: ev.NotNow) -> None:
    """Ask what else, after a no to going on or to the same again."""
    prompts = talk.phrases.prompts
    talk.ask("which", prompts.fresh, prompts.which_again, "question")


def start(talk: Talk, event: ev.Start) -> None:
    """Begin a routine or a single move, cut to the minutes there are."""
    if event.target is None and event.minutes is not None:
        short_of_time(talk, ev.ShortOfTime(event.minutes))
        return
    if event.target is None:
        offer(talk, "which")
        return
    moves = talk.catalog.moves_of(event.target)
    begin(talk, event.target, _equipped(talk, moves), event.minutes)


def _equipped(talk: Talk, moves: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the moves whose equipment is missing, unless nothing else was asked for."""
    lacks = talk.preferences.lacks
    kept = tuple(move for move in moves if talk.catalog.moves[move].equipment not in lacks)
    left_out = [move for move in moves if move not in kept]
    if not kept:
        return moves
    if left_out:
        things = {talk.catalog.moves[move].equipment for move in left_out}
        talk.say(
            talk.phrases.begin.left_out,
            moves=talk.speaking.listed([talk.lexicon.moves[move].short for move in left_out]),
            things=talk.speaking.listed([talk.lexicon.equipment[id].name for id in sorted(things)]),
        )
    return kept


def begin(
    talk: Talk,
    routine: str,
    moves: tuple[str, ...],
    minutes: int | None = None,
    *,
    is_rest: bool = False,
) -> None:
    """Begin a run through moves, and coach its first step.

    `is_rest`: it is what was left of another run, and "the same as last time" is still that one.
    """
    if talk.progress.sessions == 0:
        talk.remember(sessions=1)
        talk.say_text(" ".join(talk.lexicon.answers.disclaimer))
    if minutes is not None:
        moves = _cut(talk, moves, minutes)
    _say_beginning(talk, routine, moves, is_cut=minutes is not None)
    if not is_rest:
        talk.remember(last_routine=routine, last_moves=moves)
    _set_out(talk, routine, moves)


def _set_out(talk: Talk, routine: str, moves: tuple[str, ...]) -> None:
    run = talk.moment.request
    fresh = Bookmark(run=run, routine=routine, moves=moves, side=talk.preferences.first_side)
    talk.go_to(talk.route.first(fresh, 0))
    coach(talk, announce=True)


def _cut(talk: Talk, moves: tuple[str, ...], minutes: int) -> tuple[str, ...]:
    kept = fitting(talk, moves, minutes * MINUTE)
    if kept:
        return kept
    shortest = min(moves, key=lambda move: moves_ms(talk, (move,)))
    talk.say(
        talk.phrases.begin.too_short,
        move=talk.lexicon.moves[shortest].short,
        minutes=talk.phrases.units.minutes.of(rounded_minutes(moves_ms(talk, (shortest,)))),
    )
    return (shortest,)


def _say_beginning(talk: Talk, routine: str, moves: tuple[str, ...], *, is_cut: bool) -> None:
    phrases, units = talk.phrases.begin, talk.phrases.units
    minutes = units.minutes.of(rounded_minutes(moves_ms(talk, moves)))
    if len(moves) == 1:
        talk.say(phrases.single, minutes=minutes)
        return
    talk.say(
        phrases.cut if is_cut else phrases.routine,
        routine=talk.name_of(routine),
        moves=units.moves.of(len(moves)),
        minutes=minutes,
    )
    needed = dict.fromkeys(talk.catalog.moves[move].equipment for move in moves)
    things = [talk.lexicon.equipment[id].name for id in needed if id]
    if things and not set(moves) <= set(talk.progress.known):
        talk.say(phrases.needs, things=talk.speaking.listed(things))
    talk.add([Silence(TAKE_IN_MS)])


def short_of_time(talk: Talk, event: ev.ShortOfTime) -> None:
    """Cut what is under way, or begin something that fits."""
    minutes = SHORT_MINUTES if event.minutes is None else max(1, event.minutes)
    if talk.bookmark is None or talk.session.mode == "idle":
        routine = talk.progress.last_routine or "full"
        if routine not in talk.catalog.routines:
            routine = "full"
        begin(talk, routine, _equipped(talk, talk.catalog.routines[routine]), minutes)
        return
    _cut_rest(talk, minutes)


def _cut_rest(talk: Talk, minutes: int) -> None:
    place = talk.place
    now, ahead = talk.move_id, talk.route.ahead(place)
    room = minutes * MINUTE - moves_ms(talk, (now,))
    kept = fitting(talk, ahead, room) if room > 0 else ()
    talk.go_to(talk.route.with_ahead(place, kept))
    rest = (now, *kept)
    units = talk.phrases.units
    talk.say(
        talk.phrases.begin.rest_cut,
        moves=units.moves.of(len(rest)),
        minutes=units.minutes.of(rounded_minutes(moves_ms(talk, rest))),
    )
    offer_to_go_on(talk)


def same_again(talk: Talk, _event: ev.SameAgain) -> None:
    """Begin what was done last time."""
    routine, moves = talk.progress.last_routine, talk.progress.last_moves
    kept = tuple(move for move in moves if move in talk.catalog.moves)
    if not kept:
        talk.say(talk.phrases.begin.nothing_before)
        offer(talk, "which")
        return
    begin(talk, routine, kept)


def start_over(talk: Talk, _event: ev.StartOver) -> None:
    """Begin the routine again, from its first move."""
    place = talk.place
    talk.say(talk.phrases.begin.over)
    _set_out(talk, place.routine, place.moves)


def do_skipped(talk: Talk, _event: ev.DoSkipped) -> None:
    """Begin the moves that were left out."""
    begin(talk, talk.progress.last_routine, talk.session.offered, is_rest=True)
