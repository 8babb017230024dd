"""Settings by voice: doses, pace, sides, guidance. What can't be is met half way."""

from typing import Literal

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.catalog import Range
from skill.coach.coaching import coach
from skill.coach.events import PaceChange
from skill.coach.offers import ask_for, offer_to_go_on, straight_on
from skill.coach.progress import Preferences
from skill.coach.sides import Side, other
from skill.coach.talk import Talk
from skill.coach.timing import SECOND
from skill.coach.turns.moving import go_on
from skill.coach.turns.questions import say_dose

PACE_STEP = 25
"""Percent by which "slower" and "faster" change the pace."""
SLOWEST, USUAL, FASTEST = 175, 100, 75
"""Percent of the usual time; at the fastest the count still fits into a rep (tested)."""

Unit = Literal["reps", "seconds"]


def set_reps(talk: Talk, event: ev.SetReps) -> None:
    """Set the reps of this move, or outside of one of all."""
    _set_dose(talk, "reps", event.reps)


def set_hold(talk: Talk, event: ev.SetHold) -> None:
    """Set the seconds of this move, or outside of one of all."""
    _set_dose(talk, "seconds", event.seconds)


def _set_dose(talk: Talk, unit: Unit, wish: int | None) -> None:
    phrases = talk.phrases.wishes
    here = talk.bookmark is not None and talk.session.mode != "idle"
    if here and talk.route.move(talk.place).is_counted != (unit == "reps"):
        no = phrases.no_reps if unit == "reps" else phrases.no_time
        talk.say(no, move=talk.lexicon.moves[talk.move_id].short)
        offer_to_go_on(talk)
    elif wish is None and not (here and _is_fixed(talk)):
        if here:
            say_dose(talk, talk.move_id)
        ask_for(talk, phrases.which_number if unit == "reps" else phrases.which_time)
    elif not here:
        _set_everywhere(talk, unit, wish or 0)
        offer_to_go_on(talk)
    else:
        _set_here(talk, wish or 0)
        straight_on(talk)


def _is_fixed(talk: Talk) -> bool:
    dose = talk.route.move(talk.place).dose
    return dose.least == dose.most


def _set_everywhere(talk: Talk, unit: Unit, wish: int) -> None:
    doses = {
        id: move.dose.nearest(wish)
        for id, move in talk.catalog.moves.items()
        if move.is_counted == (unit == "reps") and move.kind != "massage"
    }
    _prefer_doses(talk, doses)
    phrases, most = talk.phrases.wishes, max(doses.values())
    is_reps = unit == "reps"
    words = talk.phrases.units.reps.of(most) if is_reps else talk.speaking.time(most * SECOND)
    if wish > most:
        talk.say(phrases.most_everywhere, dose=words)
    elif wish < min(doses.values()):
        talk.say(phrases.least_everywhere)
    elif is_reps:
        talk.say(phrases.reps_everywhere, reps=words)
    else:
        talk.say(phrases.time_everywhere, time=words)


def _prefer_doses(talk: Talk, doses: dict[str, int]) -> None:
    """Set doses; a step that is done stays done, and the new dose is for the next one."""
    is_over = talk.bookmark is not None and talk.route.is_complete(talk.place)
    talk.prefer(doses={**talk.preferences.doses, **doses})
    if is_over:
        talk.go_to(replace(talk.place, done=talk.route.amount(talk.place)))


def _set_here(talk: Talk, wish: int) -> None:
    dose = talk.route.move(talk.place).dose
    amount = dose.nearest(wish)
    _prefer_doses(talk, {talk.move_id: amount})
    phrases = talk.phrases.wishes
    words = talk.amount_words(talk.route.move(talk.place), amount)
    if dose.least == dose.most:
        talk.say(phrases.fixed, dose=words)
    elif amount != wish:
        talk.say(phrases.most if wish > amount else phrases.least, dose=words)
    else:
        short = talk.lexicon.moves[talk.move_id].short
        talk.say(phrases.dose, dose=talk.dose_a_side(talk.move_id), move=short)


def set_pace(talk: Talk, event: ev.SetPace) -> None:
    """Set the pace of counting and of changing position."""
    phrases = talk.phrases.wishes
    if event.change is None:
        ask_for(talk, phrases.which_pace)
        return
    pace = _changed(talk.preferences.pace, event.change)
    if pace == talk.preferences.pace and event.change != "usual":
        talk.say(phrases.slowest if event.change == "slower" else phrases.fastest)
    else:
        wordings = {
            "slower": phrases.slower, "faster": phrases.faster, "usual": phrases.usual_pace
        }  # fmt: skip
        talk.say(wordings[event.change])
    talk.prefer(pace=pace)
    straight_on(talk)


def _changed(pace: int, change: PaceChange) -> int:
    wished = {"slower": pace + PACE_STEP, "faster": pace - PACE_STEP, "usual": USUAL}[change]
    return Range(FASTEST, USUAL, SLOWEST).nearest(wished)


def set_first_side(talk: Talk, event: ev.SetFirstSide) -> None:
    """Set the side every move begins with."""
    if event.side is None:
        ask_for(talk, talk.phrases.wishes.which_side)
        return
    talk.prefer(first_side=event.side)
    side = talk.speaking.side(event.side)
    if _is_about_to_begin(talk, other(event.side)):
        talk.say(talk.phrases.wishes.first_side_now, side=side)
        talk.go_to(talk.route.on_side(talk.place, event.side))
        coach(talk)
        return
    talk.say(talk.phrases.wishes.first_side, side=side)
    straight_on(talk)


def _is_about_to_begin(talk: Talk, side: Side) -> bool:
    """Return whether a person is getting into position for a move, its first set on a side."""
    if talk.bookmark is None or talk.session.mode not in ("coaching", "paused"):
        return False
    place, move = talk.place, talk.route.move(talk.place)
    begins = place.side == side and not place.closed and talk.route.step(place).kind == "setup"
    return begins and move.sides == "one_side_then_other"


def set_guidance(talk: Talk, event: ev.SetGuidance) -> None:
    """Stop after each step, or run on. In a run the change is felt at once."""
    phrases = talk.phrases.wishes
    if event.guidance is None:
        ask_for(talk, phrases.which_guidance)
        return
    talk.prefer(guidance=event.guidance, each_step=event.guidance == "stepwise")
    talk.say(phrases.stepwise if event.guidance == "stepwise" else phrases.continuous)
    if talk.bookmark is not None and talk.session.mode == "coaching":
        go_on(talk, ev.GoOn())
    else:
        offer_to_go_on(talk)


def too_hard(talk: Talk, _event: ev.TooHard) -> None:
    """Say what makes it easier."""
    talk.say(talk.phrases.wishes.too_hard)
    offer_to_go_on(talk)


def ask_settings(talk: Talk, _event: ev.AskSettings) -> None:
    """Say what is set."""
    phrases, wanted = talk.phrases.wishes, talk.preferences
    talk.say(
        phrases.settings,
        guidance=phrases.guidance_names[wanted.guidance],
        pace=phrases.pace_names[_pace_name(wanted.pace)],
        side=talk.speaking.side(wanted.first_side),
    )
    for text in _special_doses(talk, wanted):
        talk.say_text(text)
    if wanted.lacks:
        things = [talk.lexicon.equipment[id].name for id in wanted.lacks]
        talk.say(phrases.settings_lacks, things=talk.speaking.listed(things))
    offer_to_go_on(talk)


def _pace_name(pace: int) -> str:
    if pace == USUAL:
        return "usual"
    return "slower" if pace > USUAL else "faster"


def _special_doses(talk: Talk, wanted: Preferences) -> list[str]:
    return [
        talk.speaking.wording(
            talk.phrases.wishes.settings_dose,
            move=talk.lexicon.moves[id].short,
            dose=talk.dose_a_side(id),
        )
        for id, dose in wanted.doses.items()
        if id in talk.catalog.moves and dose != talk.catalog.moves[id].dose.usual
    ]
