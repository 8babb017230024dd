"""Where am I, what is left, what comes next, which moves are there, how am I doing."""

from itertools import chain

from skill.coach import events as ev
from skill.coach.coaching import say_where
from skill.coach.durations import left_ms
from skill.coach.offers import offer_to_go_on
from skill.coach.reply import Card, Listing
from skill.coach.sides import for_side
from skill.coach.talk import Talk
from skill.coach.timing import rounded_minutes


def ask_place(talk: Talk, _event: ev.AskPlace) -> None:
    """Say where we are."""
    say_where(talk)
    offer_to_go_on(talk)


def ask_left(talk: Talk, _event: ev.AskLeft) -> None:
    """Say how much is left: of this step to the rep or the second, and of the routine."""
    place, phrases = talk.place, talk.phrases.questions
    step, move = talk.route.step(place), talk.route.move(place)
    left = talk.route.amount(place) - place.done
    if step.kind != "setup":
        words = talk.sets.amount(step, move, left) if left > 0 else ""
        if words:
            talk.say(phrases.left, left=words)
        else:
            talk.say(phrases.left_set_done)
    if talk.route.next_place(place) is not None:
        minutes = talk.phrases.units.minutes.of(rounded_minutes(left_ms(talk)))
        talk.say(phrases.left_routine, minutes=minutes)
    offer_to_go_on(talk)


def ask_next(talk: Talk, _event: ev.AskNext) -> None:
    """Say what comes next: the next step, side or move."""
    phrases, place = talk.phrases.questions, talk.place
    following = talk.route.next_place(place)
    if following is None:
        talk.say(phrases.next_end)
    elif following.step:
        words = talk.lexicon.moves[talk.move_id].steps
        step = talk.route.step(following)
        talk.say(phrases.next_step, step=for_side(words[step.id].brief, place.side))
    elif following.move == place.move:
        talk.say(phrases.next_side, side=talk.speaking.side(following.side))
    else:
        following_id = following.moves[following.move]
        talk.say(phrases.next_move, move=talk.lexicon.moves[following_id].short)
    offer_to_go_on(talk)


def ask_moves(talk: Talk, event: ev.AskMoves) -> None:
    """Say which moves are in a routine, or which routines there are."""
    phrases = talk.phrases.questions
    routine, moves = _asked_moves(talk, event.routine)
    shorts = talk.speaking.listed([talk.lexicon.moves[id].short for id in moves])
    if routine:
        talk.say(phrases.moves, routine=talk.name_of(routine), moves=shorts)
    else:
        talk.say(phrases.all_moves, moves=shorts)
    talk.show(_moves_card(talk, routine, moves))
    talk.look_at_moves(Listing(moves, routine=routine))
    offer_to_go_on(talk)


def _asked_moves(talk: Talk, routine: str | None) -> tuple[str, tuple[str, ...]]:
    if routine in talk.catalog.routines:
        return routine, talk.catalog.routines[routine]
    if talk.bookmark is not None and len(talk.place.moves) > 1:
        return talk.place.routine, talk.place.moves
    in_order = dict.fromkeys(chain.from_iterable(talk.catalog.routines.values()))
    return "", tuple(dict.fromkeys((*in_order, *talk.catalog.moves)))


def _moves_card(talk: Talk, routine: str, moves: tuple[str, ...]) -> Card:
    cards = talk.phrases.cards
    lines = [
        cards.move_line.format(
            number=number, move=talk.lexicon.moves[id].name, dose=talk.dose_a_side(id)
        )
        for number, id in enumerate(moves, start=1)
    ]
    title = cards.moves.format(routine=talk.name_of(routine)) if routine else cards.all_moves
    return Card(title, "\n".join(lines))


def ask_why(talk: Talk, _event: ev.AskWhy) -> None:
    """Say what hip internal rotation is for, and what this does for it; in mid-move the gist."""
    answers = talk.lexicon.answers
    coaching = talk.session.mode == "coaching"
    talk.say_text(" ".join((*(answers.why[:1] if coaching else answers.why), *answers.benefit)))
    offer_to_go_on(talk)


def ask_sitting(talk: Talk, _event: ev.AskSitting) -> None:
    """Say what sitting has to do with it."""
    talk.say_text(" ".join(talk.lexicon.answers.sitting))
    offer_to_go_on(talk)


def ask_safety(talk: Talk, _event: ev.AskSafety) -> None:
    """Say what to mind."""
    talk.say_text(" ".join(talk.lexicon.answers.safety))
    offer_to_go_on(talk)


def ask_doctor(talk: Talk, _event: ev.AskDoctor) -> None:
    """Say what pain can mean, and when to see a doctor; never a diagnosis."""
    talk.say_text(" ".join(talk.lexicon.answers.doctor))
    offer_to_go_on(talk)


def ask_progress(talk: Talk, _event: ev.AskProgress) -> None:
    """Say in two sentences how the person is doing."""
    phrases, units, history = talk.phrases.questions, talk.phrases.units, talk.progress.history
    if not history.sets:
        talk.say(phrases.done_nothing)
    else:
        minutes = units.minutes.of(rounded_minutes(history.ms))
        talk.say(phrases.done_so_far, sets=units.sets.of(history.sets), minutes=minutes)
        _say_streak(talk)
    offer_to_go_on(talk)


def _say_streak(talk: Talk) -> None:
    """Say the days in a row, and the best of them where that says more."""
    phrases, units, history = talk.phrases.questions, talk.phrases.units, talk.progress.history
    days, best = units.days.of(history.streak), units.days.of(history.best)
    if history.last_day < talk.moment.day - 1:
        talk.say(phrases.best, best=best)
    elif history.streak < history.best:
        talk.say(phrases.streak, days=days, best=best)
    elif history.streak > 1:
        talk.say(talk.phrases.welcome.streak, days=days)
