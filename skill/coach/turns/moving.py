"""Moving about in a run: steps, moves, sides, pausing and going on."""

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.coaching import coach, into_position, say_where, where
from skill.coach.offers import ask_for, offer_to_go_on, straight_on
from skill.coach.progress import Bookmark
from skill.coach.sides import other
from skill.coach.talk import Talk
from skill.coach.timing import SECOND
from skill.coach.turns.ending import end_run

IN_POSITION_MS = 5 * 60 * SECOND
"""After so long a break a person is taken to be out of position."""


def go_on(talk: Talk, _event: ev.GoOn) -> None:
    """Finish what is begun, else go to the next step."""
    if talk.route.is_complete(talk.place):
        _advance(talk)
    else:
        coach(talk)


def next_step(talk: Talk, _event: ev.Next) -> None:
    """Go to the next step; a set that was left less than half done is not counted."""
    place = talk.place
    if talk.route.ends_set(place) and place.done * 2 >= talk.route.amount(place):
        talk.go_to(talk.route.count(place))
    _advance(talk)


def done(talk: Talk, _event: ev.Done) -> None:
    """Take the person's word that the step is done, however far the count was."""
    place = talk.place
    if talk.route.ends_set(place):
        talk.go_to(talk.route.count(place))
    _advance(talk)


def _advance(talk: Talk, *, is_named: bool = False) -> None:
    """Coach the next step; where it begins a set, name that, unless it `is_named` already."""
    following = talk.route.next_place(talk.place)
    if following is None:
        end_run(talk)
        return
    talk.go_to(following)
    coach(talk, announce=following.step == 0 and not is_named)


def previous_step(talk: Talk, _event: ev.Previous) -> None:
    """Go back one step, or say that this is the first of the set."""
    place = talk.place
    if place.step == 0:
        talk.say(talk.phrases.steps.first_step)
    _to_step(talk, max(0, place.step - 1))


def repeat(talk: Talk, _event: ev.Repeat) -> None:
    """Say the step again, in full. Work that is begun is taken up where it was.

    Setups that were said in one go are said so again: who missed the first needs that one. Whoever
    interrupts asks for the one that was being said.
    """
    if not talk.route.is_complete(talk.place):
        coach(talk, full=True)
    elif _heard_setups(talk):
        talk.go_to(replace(talk.place, step=talk.heard[0].step, done=0))
        coach(talk)
    else:
        talk.go_to(replace(talk.place, done=0))
        coach(talk, full=True)


def _heard_setups(talk: Talk) -> bool:
    """Whether the last response said several setups of this set, and nothing else."""
    place, steps = talk.place, talk.route.move(talk.place).steps
    return len(talk.heard) > 1 and all(
        (mark.move, mark.side) == (place.move, place.side) and steps[mark.step].kind == "setup"
        for mark in talk.heard
    )


def again(talk: Talk, _event: ev.Again) -> None:
    """Do the work of this step once more, from its beginning."""
    talk.go_to(replace(talk.place, done=0))
    coach(talk)


def go_to_step(talk: Talk, event: ev.GoToStep) -> None:
    """Go to a step by its number; to the nearest there is, and say so."""
    steps = len(talk.route.move(talk.place).steps)
    units, phrases = talk.phrases.units, talk.phrases.steps
    if event.number is None:
        ask_for(talk, phrases.which_step, steps=units.steps.of(steps))
        return
    number = min(max(1, event.number), steps)
    if number != event.number:
        talk.say(phrases.no_such_step, steps=units.steps.of(steps), number=number)
    _to_step(talk, number - 1)


def _to_step(talk: Talk, step: int) -> None:
    talk.go_to(replace(talk.place, step=step, done=0))
    coach(talk, full=True)


def restart_move(talk: Talk, _event: ev.RestartMove) -> None:
    """Begin this move again, on its first side."""
    _to_move(talk, talk.place.move)


def previous_move(talk: Talk, _event: ev.PreviousMove) -> None:
    """Go back to the move before, or say that this is the first."""
    place = talk.place
    if place.move == 0:
        talk.say(talk.phrases.steps.first_move)
    _to_move(talk, max(0, place.move - 1))


def _to_move(talk: Talk, move: int) -> None:
    talk.go_to(talk.route.first(talk.place, move))
    coach(talk, announce=True)


def skip_move(talk: Talk, event: ev.SkipMove) -> None:
    """Leave out this move, or one that is still to come; it is offered again at the end."""
    if event.move is None:
        leave_out(talk, talk.place)
        return
    here = _at_hand(talk)
    if event.move == here.moves[here.move]:
        leave_out(talk, here)
    else:
        _leave_out_ahead(talk, event.move)
        straight_on(talk)


def _at_hand(talk: Talk) -> Bookmark:
    """Return the place, or when its set is done the beginning of the next."""
    following = talk.route.next_place(talk.place) if talk.route.is_complete(talk.place) else None
    return following if following is not None and following.step == 0 else talk.place


def _leave_out_ahead(talk: Talk, move: str) -> None:
    place, short = talk.place, talk.lexicon.moves[move].short
    ahead = talk.route.ahead(place)
    if move not in ahead:
        talk.say(talk.phrases.steps.not_ahead, move=short)
        return
    kept = tuple(one for one in ahead if one != move)
    talk.go_to(talk.route.skip(talk.route.with_ahead(place, kept), move))
    talk.say(talk.phrases.steps.skipped, move=short)


def skip_ahead(talk: Talk, _event: ev.SkipAhead) -> None:
    """Leave out the move that was only announced."""
    following = talk.route.next_move(talk.place)
    leave_out(talk, following or talk.place)


def leave_out(talk: Talk, place: Bookmark) -> None:
    """Leave out the move at a place, to be offered at the end, and coach the one after it."""
    left_out = place.moves[place.move]
    talk.say(talk.phrases.steps.skipped, move=talk.lexicon.moves[left_out].short)
    after_leaving_out(talk, talk.route.skip(place, left_out))


def after_leaving_out(talk: Talk, place: Bookmark) -> None:
    """Coach the move after the one at a place."""
    talk.go_to(place)
    following = talk.route.next_move(place)
    if following is None:
        end_run(talk, just_left=place.moves[place.move])
        return
    talk.go_to(following)
    coach(talk, announce=True)


def switch_sides(talk: Talk, event: ev.SwitchSides) -> None:
    """Go to the other side. The side that is left is over if work on it had begun."""
    place, phrases = talk.place, talk.phrases.steps
    if talk.route.move(place).sides == "alternating":
        talk.say(phrases.no_sides)
        offer_to_go_on(talk)
        return
    side = event.side or other(place.side)
    if side == place.side:
        talk.say(phrases.already_side, side=talk.speaking.side(side))
        offer_to_go_on(talk)
        return
    begun = place.done > 0 and talk.route.step(place).kind != "setup"
    left = talk.route.close(place) if begun else place
    closed = tuple(closed for closed in left.closed if closed != side)
    talk.go_to(talk.route.on_side(replace(left, closed=closed), side))
    talk.say(phrases.switched, side=talk.speaking.side(side))
    coach(talk)


def pause(talk: Talk, _event: ev.Pause) -> None:
    """Wait, with the place kept to the second."""
    talk.be("paused")
    prompts = talk.phrases.prompts
    talk.ask("next", prompts.paused, prompts.paused_again, "paused")


def resume(talk: Talk, _event: ev.Resume) -> None:
    """Go on where it was left, to the step and side; after a break, say where that is.

    A setup step is said again, and after a longer break what comes before it too: by then nobody
    is in position any more.
    """
    back = talk.session.mode == "idle"
    is_named = back and talk.session.turn == 0 and not _announces_move(talk)
    if talk.was_moved:
        talk.say(talk.phrases.welcome.moved, place=where(talk))
    elif is_named:
        say_where(talk)
    if talk.route.step(talk.place).kind == "setup":
        if back:
            talk.go_to(replace(talk.place, done=0))
        else:
            go_on(talk, ev.GoOn())
            return
    if talk.route.is_complete(talk.place):
        _advance(talk, is_named=is_named)
        return
    if back and talk.moment.now_ms - talk.place.sent_ms > IN_POSITION_MS:
        talk.add(into_position(talk))
    coach(talk)


def _announces_move(talk: Talk) -> bool:
    """Whether it goes on with a new move, whose number and name are said anyway."""
    place, following = talk.place, talk.route.next_place(talk.place)
    begins = following is not None and following.move != place.move
    return begins and talk.route.is_complete(place)
