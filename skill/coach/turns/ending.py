"""The end: of a run, of a session, and of everything that is remembered."""

from skill.coach import events as ev
from skill.coach.coaching import where
from skill.coach.offers import offer, offer_to_go_on
from skill.coach.progress import Bookmark
from skill.coach.reply import Listing
from skill.coach.talk import Talk
from skill.coach.timing import rounded_minutes


def end_run(talk: Talk, just_left: str = "") -> None:
    """Sum up a run that is through, offer what was skipped, else end the session.

    Nobody is asked about the move they have `just_left` out.
    """
    place = talk.place
    _say_summary(talk, place)
    finished = set(talk.route.finished_moves(place))
    offered = tuple(move for move in place.skipped if move not in {*finished, just_left})
    talk.remember(bookmark=None)
    talk.be("idle", offered=offered)
    if offered and place.counted:
        offer(talk, "skipped")
    else:
        talk.say(talk.phrases.ending.goodbye)


def _say_summary(talk: Talk, place: Bookmark) -> None:
    ending, units = talk.phrases.ending, talk.phrases.units
    finished = tuple(talk.route.finished_moves(place))
    talk.look_at_moves(Listing(place.moves, finished, place.routine, ends=True))
    minutes = units.minutes.of(rounded_minutes(place.spent_ms))
    moves = units.moves.of(len(finished)) if finished else units.sets.of(len(place.counted))
    if not place.counted:
        talk.say(ending.summary_nothing)
    elif finished == place.moves and len(finished) == 1:
        sets = units.sets.of(len(place.counted))
        talk.say(ending.summary_move, move=talk.name_of(finished[0]), sets=sets, minutes=minutes)
    elif len(finished) == len(place.moves):
        routine = talk.name_of(place.routine)
        talk.say(ending.summary, routine=routine, moves=moves, minutes=minutes)
    else:
        talk.say(ending.summary_part, moves=moves, minutes=minutes)
    if place.counted and talk.progress.history.streak > 1:
        talk.say(ending.streak, days=units.days.of(talk.progress.history.streak))


def finish(talk: Talk, _event: ev.Finish) -> None:
    """Enough for today: sum up, say what is left for another day, keep the place."""
    if talk.session.mode == "hurt":
        stop(talk, ev.Stop())
        return
    if talk.bookmark is None:
        talk.say(talk.phrases.ending.stop_idle)
        return
    place = talk.place
    ahead = talk.route.next_place(place) if talk.route.is_complete(place) else place
    if ahead is None:
        end_run(talk)
        return
    _say_summary(talk, place)
    left = talk.route.remaining_moves(place)
    if left and len(place.moves) > 1:
        moves = talk.speaking.listed([talk.lexicon.moves[move].short for move in left])
        talk.say(talk.phrases.ending.left_for_later, moves=moves)
    talk.say(talk.phrases.ending.goodbye)
    talk.be("idle")


def stop(talk: Talk, _event: ev.Stop) -> None:
    """End at once, in one sentence that says where it will go on."""
    hurt = talk.session.mode == "hurt"
    if talk.bookmark is None or hurt:
        talk.say(talk.phrases.safety.finished if hurt else talk.phrases.ending.stop_idle)
    elif talk.route.is_through(talk.place):
        _say_summary(talk, talk.place)
        talk.remember(bookmark=None)
        talk.say(talk.phrases.ending.goodbye)
    else:
        talk.say(talk.phrases.ending.stop, place=where(talk))
    talk.be("idle")


def goodbye(talk: Talk, _event: ev.Goodbye) -> None:
    """End after an offer that was declined."""
    talk.say(talk.phrases.ending.goodbye)
    talk.be("idle")


def ended(talk: Talk, _event: ev.Ended) -> None:
    """Say nothing: the device has closed the session. What was done is settled already."""
    talk.be("idle")


def ask_to_forget(talk: Talk, _event: ev.ForgetMe) -> None:
    """Ask before everything is deleted."""
    offer(talk, "forget")


def forget(talk: Talk, _event: ev.Forget) -> None:
    """Delete everything that is remembered."""
    talk.forget()
    talk.say(talk.phrases.ending.forgotten)
    talk.be("idle")


def keep_all(talk: Talk, _event: ev.KeepAll) -> None:
    """Delete nothing, and say so."""
    talk.say(talk.phrases.ending.kept)
    offer_to_go_on(talk)
