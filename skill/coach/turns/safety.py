"""When something hurts: everything stops, and only a clear wish goes on.

Nothing of it is remembered: the mode lives in the session, and no store ever sees it.
"""

from skill.coach import events as ev
from skill.coach.coaching import coach
from skill.coach.talk import Talk
from skill.coach.turns.moving import leave_out

KNEE = "knee"
"""Id of the body part that has an advice of its own (facts.md, "Safety")."""


def hurts(talk: Talk, event: ev.Hurts) -> None:
    """Stop, say what to do, and give a clear choice."""
    answers = talk.lexicon.answers
    talk.say_text(" ".join(answers.knee if event.part == KNEE else answers.pain))
    if talk.bookmark is None:
        prompts = talk.phrases.prompts
        talk.be("idle")
        talk.ask("which", prompts.pain_idle, prompts.which_again, "question")
        return
    talk.be("hurt")
    ask_pain(talk, ev.AskPain())


def ask_pain(talk: Talk, _event: ev.AskPain) -> None:
    """Ask for the choice: leave the move out, finish, or carry on."""
    prompts = talk.phrases.prompts
    talk.ask("pain", prompts.pain, prompts.pain_again, "paused")


def ask_carry_on(talk: Talk, _event: ev.AskCarryOn) -> None:
    """Ask whether going on with what hurt is really meant."""
    prompts = talk.phrases.prompts
    talk.ask("carry_on", prompts.carry_on, prompts.carry_on_again, "question")


def carry_on(talk: Talk, _event: ev.CarryOn) -> None:
    """Go on with the move, as the person clearly wishes."""
    talk.say(talk.phrases.safety.carried_on)
    talk.be("coaching")
    if talk.route.is_complete(talk.place) and (after := talk.route.next_place(talk.place)):
        talk.go_to(after)
        coach(talk, announce=after.step == 0)
    else:
        coach(talk)


def leave_out_hurting(talk: Talk, _event: ev.SkipMove) -> None:
    """Leave out the move that hurt, and go on with the next."""
    talk.say(talk.phrases.safety.left_out, move=talk.lexicon.moves[talk.move_id].short)
    leave_out(talk, talk.place, silent=True)
