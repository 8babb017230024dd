"""When something hurts: everything stops, and only a clear wish goes on.

Nothing of it is remembered: the mode lives in the session, and no store ever sees it.
"""

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.coaching import coach, into_position
from skill.coach.offers import offer
from skill.coach.talk import Talk
from skill.coach.turns.begin import start
from skill.coach.turns.moving import after_leaving_out, go_on
from skill.coach.words import Answers

KNEE = "knee"
"""Id of the body part that has an advice of its own (facts.md, "Safety")."""
ABOUT_THE_HIP = ("hip", "groin", "buttock", "thigh", "leg")
"""Ids of the body parts that what is known about pain in the hip is said of."""


def hurts(talk: Talk, event: ev.Hurts) -> None:
    """Stop, say what to do, and give a clear choice."""
    talk.say_text(" ".join(_advice(talk.lexicon.answers, event.part)))
    if talk.bookmark is None:
        talk.be("idle")
        offer(talk, "pain_idle")
        return
    talk.be("hurt")
    ask_pain(talk, ev.AskPain())


def _advice(answers: Answers, part: str | None) -> tuple[str, ...]:
    if part == KNEE:
        return answers.knee
    return answers.pain if part in ABOUT_THE_HIP else answers.unwell


def ask_pain(talk: Talk, _event: ev.AskPain) -> None:
    """Ask for the choice: leave the move out, finish, or carry on."""
    offer(talk, "pain")


def ask_carry_on(talk: Talk, _event: ev.AskCarryOn) -> None:
    """Ask whether going on with what hurt is really meant."""
    offer(talk, "carry_on")


def carry_on(talk: Talk, _event: ev.CarryOn) -> None:
    """Go on with the move, as the person clearly wishes."""
    talk.say(talk.phrases.safety.carried_on)
    talk.be("coaching")
    place = talk.place
    if talk.route.step(place).kind == "setup":
        talk.go_to(replace(place, done=0))
    elif talk.route.is_complete(place):
        go_on(talk, ev.GoOn())
        return
    talk.add(into_position(talk))
    coach(talk)


def ask_start_anyway(talk: Talk, event: ev.AskStartAnyway) -> None:
    """Ask whether the person is well enough for another routine."""
    talk.be("hurt", wish=event.wish)
    offer(talk, "start_anyway")


def start_anyway(talk: Talk, _event: ev.StartAnyway) -> None:
    """Begin what was wished for."""
    wish = talk.session.wish or ev.Start()
    talk.be("coaching", wish=None)
    start(talk, wish)


def leave_out_hurting(talk: Talk, _event: ev.SkipMove) -> None:
    """Leave out the move that hurt, and go on with the next."""
    talk.say(talk.phrases.safety.left_out, move=talk.lexicon.moves[talk.move_id].short)
    after_leaving_out(talk, talk.place)
