"""Questions about moves and muscles, answered at any moment without losing the place."""

from skill.coach import events as ev
from skill.coach.offers import ask_for, offer_to_go_on
from skill.coach.reply import Card
from skill.coach.sides import for_side
from skill.coach.talk import Talk


def asked_move(talk: Talk, move: str | None) -> str | None:
    """Return the move a question is about: the named one, else the current one."""
    if move in talk.catalog.moves:
        return move
    return talk.move_id if talk.bookmark is not None else None


def _which_move(talk: Talk) -> None:
    ask_for(talk, talk.phrases.questions.which_move)


def _muscle_at(talk: Talk, muscle: str) -> str:
    words = talk.lexicon.muscles[muscle]
    return talk.phrases.questions.muscle_at.format(muscle=words.name, where=words.where)


def muscles(talk: Talk, event: ev.AskMuscles) -> None:
    """Say which muscles a move works, and where in the body they lie."""
    move_id = asked_move(talk, event.move)
    if move_id is None:
        _which_move(talk)
        return
    phrases, answers = talk.phrases.questions, talk.lexicon.answers
    worked, short = talk.catalog.moves[move_id].muscles, talk.lexicon.moves[move_id].short
    if not worked:
        talk.say(phrases.stretch, move=short)
        talk.say_text(_felt(talk, move_id))
    elif len(worked) == len(talk.catalog.muscles):
        talk.say(phrases.group, move=short)
        talk.say_text(" ".join(answers.group))
    else:
        listed = talk.speaking.listed([_muscle_at(talk, muscle) for muscle in worked])
        talk.say(phrases.muscles, move=short, muscles=listed)
    if worked:
        talk.show(_muscle_card(talk, move_id, worked))
        talk.look_at_muscles(worked)
    offer_to_go_on(talk)


def _muscle_card(talk: Talk, move_id: str, worked: tuple[str, ...]) -> Card:
    cards = talk.phrases.cards
    lines = [
        cards.muscle_line.format(
            muscle=talk.lexicon.muscles[id].name, where=talk.lexicon.muscles[id].where
        )
        for id in worked
    ]
    return Card(cards.muscles.format(move=talk.lexicon.moves[move_id].name), "\n".join(lines))


def muscle(talk: Talk, event: ev.AskMuscle) -> None:
    """Say where a muscle is and what it does."""
    if event.muscle is None:
        ask_for(talk, talk.phrases.questions.which_muscle)
        return
    talk.say_text(talk.lexicon.muscles[event.muscle].role)
    talk.look_at_muscles((event.muscle,))
    offer_to_go_on(talk)


def moves_for(talk: Talk, event: ev.AskMovesFor) -> None:
    """Say which moves work a muscle."""
    phrases = talk.phrases.questions
    if event.muscle is None:
        ask_for(talk, phrases.which_muscle)
        return
    shorts = [talk.lexicon.moves[id].short for id in talk.catalog.working(event.muscle)]
    name = talk.lexicon.muscles[event.muscle].name
    talk.say(phrases.muscle_moves, muscle=name, moves=talk.speaking.listed(shorts))
    offer_to_go_on(talk)


def _felt(talk: Talk, move_id: str) -> str:
    here = talk.bookmark is not None and talk.move_id == move_id
    side = talk.place.side if here else talk.preferences.first_side
    return for_side(talk.lexicon.moves[move_id].felt, side)


def felt(talk: Talk, event: ev.AskFelt) -> None:
    """Say where a move should be felt."""
    move_id = asked_move(talk, event.move)
    if move_id is None:
        _which_move(talk)
        return
    talk.say_text(_felt(talk, move_id))
    offer_to_go_on(talk)


def about_move(talk: Talk, event: ev.AskMove) -> None:
    """Say what a move is, and how much of it there is."""
    move_id = asked_move(talk, event.move)
    if move_id is None:
        _which_move(talk)
        return
    talk.say_text(for_side(talk.lexicon.moves[move_id].about, talk.preferences.first_side))
    say_dose(talk, move_id)
    offer_to_go_on(talk)


def dose(talk: Talk, event: ev.AskDose) -> None:
    """Say how many reps, or how long, and what is allowed."""
    move_id = asked_move(talk, event.move)
    if move_id is None:
        _which_move(talk)
        return
    say_dose(talk, move_id)
    offer_to_go_on(talk)


def say_dose(talk: Talk, move_id: str) -> None:
    """Say the dose of a move, and what is allowed."""
    move, phrases = talk.catalog.moves[move_id], talk.phrases.questions
    short, words = talk.lexicon.moves[move_id].short, talk.dose_words(move_id)
    if move.dose.least == move.dose.most:
        talk.say(phrases.fixed_time, move=short, dose=words)
        return
    if move.sides == "alternating":
        most = talk.amount_words(move, move.dose.most)
        least = talk.speaking.number(move.dose.least)
        talk.say(phrases.rounds, move=short, dose=words, least=least, most=most)
        return
    bounds = {
        "least": talk.speaking.number(move.dose.least)
        if move.is_counted
        else talk.amount_words(move, move.dose.least),
        "most": talk.amount_words(move, move.dose.most),
    }
    talk.say(phrases.reps if move.is_counted else phrases.time, move=short, dose=words, **bounds)


def needs(talk: Talk, event: ev.AskNeeds) -> None:
    """Say what is needed for a move or a routine."""
    if event.target in talk.catalog.routines:
        _say_needs(talk, event.target)
    elif event.target is None and talk.bookmark is None:
        _say_needs(talk, "full")
    else:
        move_id = asked_move(talk, event.target)
        talk.say_text(talk.lexicon.moves[move_id or talk.move_id].needs)
    offer_to_go_on(talk)


def _say_needs(talk: Talk, routine: str) -> None:
    phrases, name = talk.phrases.questions, talk.name_of(routine)
    moves = talk.catalog.routines[routine]
    needed = dict.fromkeys(talk.catalog.moves[move].equipment for move in moves)
    things = [id for id in needed if id]
    if not things:
        talk.say(phrases.needs_nothing, routine=name)
        return
    words = [talk.lexicon.equipment[id] for id in things]
    talk.say(phrases.needs, routine=name, things=talk.speaking.listed([w.name for w in words]))
    talk.say_text(" ".join(w.instead for w in words))
