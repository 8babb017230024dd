"""What was not understood, what does not fit the state, and the way back in."""

from skill.coach import events as ev
from skill.coach.events import Event
from skill.coach.offers import offer_to_go_on, straight_on
from skill.coach.talk import Talk

HELP_AFTER = 3
"""So many misunderstandings in a row, and the person hears what can be said."""


def unknown(talk: Talk, _event: ev.Unknown) -> None:
    """Keep the place; it costs one short sentence."""
    lost = talk.phrases.lost
    coaching = talk.bookmark is not None and talk.session.mode != "idle"
    talk.be(talk.session.mode, lost=talk.session.lost + 1)
    talk.say(lost.unknown_coaching if coaching else lost.unknown)
    if talk.session.lost < HELP_AFTER:
        straight_on(talk)
    else:
        help_me(talk, ev.Help())


def help_me(talk: Talk, _event: ev.Help) -> None:
    """Say what can be said here."""
    lost = talk.phrases.lost
    if talk.session.mode == "hurt":
        talk.say(lost.help_hurt)
    elif talk.bookmark is not None and talk.session.mode != "idle":
        talk.say(lost.help_coaching)
    else:
        talk.say(lost.help)
    offer_to_go_on(talk)


def no_question(talk: Talk, _event: Event) -> None:
    """Answer a yes or a no to nothing."""
    talk.say(talk.phrases.lost.no_question)
    offer_to_go_on(talk)


def no_run(talk: Talk, event: Event) -> None:
    """Answer a wish that needs a run where there is none."""
    lost = talk.phrases.lost
    resuming = isinstance(event, ev.Resume | ev.Continue)
    talk.say(lost.nothing_to_resume if resuming else lost.no_run)
    offer_to_go_on(talk)
