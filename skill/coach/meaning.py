"""What a word stands for in a state: the one place where "okay", "again" or "yes" is decided."""

from skill.coach import events as ev
from skill.coach.events import Event
from skill.coach.offers import STANDING
from skill.coach.state import Question
from skill.coach.talk import Talk

ASSENT = (ev.Yes, ev.Okay, ev.Ready, ev.Continue)
"""Ways to agree to an offer."""

YES_MEANS: dict[Question, Event] = {
    "pain_idle": ev.Offer(),
    "which": ev.Start("full"),
    "resume": ev.Resume(),
    "again": ev.SameAgain(),
    "next": ev.GoOn(),
    "go_on": ev.GoOn(),
    "keep_going": ev.GoOn(),
    "skipped": ev.DoSkipped(),
}
NO_MEANS: dict[Question, Event] = {
    "pain_idle": ev.Stop(),
    "which": ev.Stop(),
    "resume": ev.NotNow(),
    "again": ev.NotNow(),
    "next": ev.Pause(),
    "go_on": ev.Pause(),
    "keep_going": ev.Next(),
    "skipped": ev.Goodbye(),
    "forget": ev.KeepAll(),
}
MOVES_ON = (
    ev.Next, ev.Previous, ev.GoToStep, ev.RestartMove, ev.StartOver, ev.SwitchSides,
    ev.PreviousMove, ev.Ready, ev.Okay, ev.Again, ev.Hold, ev.LastStep,
)  # fmt: skip
"""Wishes that would bring the body into motion again."""
BEGINS = (ev.Start, ev.ShortOfTime, ev.SameAgain)
"""Wishes to begin something."""


def meaning(event: Event, talk: Talk) -> Event:
    """Return the event that a person meant, in the state of the talk."""
    if isinstance(event, ev.Repeat) and (said := _said_last(talk)) is not None:
        return said
    if talk.session.mode == "hurt":
        return _after_pain(event, talk.session.asking)
    if talk.session.asking == "forget":
        return _about_forgetting(event)
    if talk.session.asking == "substitute" and talk.bookmark is not None:
        event = _about_substitute(event, talk)
    if isinstance(event, ev.Yes | ev.No):
        return _answer(event, talk)
    if talk.session.asking in STANDING:
        event = _to_offer(event, talk.session.asking)
        if talk.session.asking != "resume":
            return event
    return _in_run(event, talk) if talk.bookmark is not None else event


def _said_last(talk: Talk) -> Event | None:
    """What "pardon" is about, where that isn't the step: an answer, a question back, a wait."""
    if talk.session.answered is not None:
        return talk.session.answered
    return ev.Pause() if talk.session.mode == "paused" else None


def _after_pain(event: Event, asking: Question) -> Event:
    if isinstance(event, ev.Continue | ev.Resume):
        return ev.CarryOn()
    if isinstance(event, ev.Yes):
        return _YES_AFTER_PAIN.get(asking, ev.AskCarryOn())
    if isinstance(event, ev.No):
        return _NO_AFTER_PAIN.get(asking, ev.AskPain())
    if isinstance(event, BEGINS):
        return ev.AskStartAnyway(event if isinstance(event, ev.Start) else ev.Start("full"))
    if isinstance(event, ev.Skip):
        return ev.SkipMove()
    if isinstance(event, ev.Complete | ev.Done):
        return ev.Finish()
    if isinstance(event, MOVES_ON):
        return ev.AskCarryOn()
    return ev.AskPain() if isinstance(event, ev.Unknown | ev.Pause | ev.Repeat) else event


_YES_AFTER_PAIN: dict[Question, Event] = {
    "carry_on": ev.CarryOn(),
    "start_anyway": ev.StartAnyway(),
}
_NO_AFTER_PAIN: dict[Question, Event] = {"carry_on": ev.SkipMove(), "start_anyway": ev.Stop()}


def _about_forgetting(event: Event) -> Event:
    if isinstance(event, ev.Yes):
        return ev.Forget()
    if isinstance(event, ev.Repeat):
        return ev.ForgetMe()
    return ev.KeepAll() if isinstance(event, ev.No | ev.Unknown | ev.Okay | ev.Next) else event


def _about_substitute(event: Event, talk: Talk) -> Event:
    equipment = talk.route.move(talk.place).equipment
    if isinstance(event, (ev.Yes, *ASSENT, ev.Have)):
        return ev.Have(equipment)
    if isinstance(event, ev.No | ev.Skip | ev.Lack):
        return ev.SkipMove()
    return ev.Lack(equipment) if isinstance(event, ev.Repeat) else event


def _answer(event: Event, talk: Talk) -> Event:
    meant = (YES_MEANS if isinstance(event, ev.Yes) else NO_MEANS).get(talk.session.asking)
    if isinstance(meant, ev.GoOn):
        return _on(talk)
    if meant is not None or talk.bookmark is None or talk.session.mode == "idle":
        return meant or event
    return _on(talk) if isinstance(event, ev.Yes) else ev.Pause()


def _to_offer(event: Event, asking: Question) -> Event:
    if asking == "pain_idle" and isinstance(event, (*ASSENT, ev.Next, ev.Unknown)):
        return ev.Offer()
    if isinstance(event, ASSENT):
        return YES_MEANS[asking]
    if isinstance(event, ev.Repeat):
        return ev.Offer()
    if asking == "resume" and isinstance(event, ev.Next | ev.Again):
        return ev.Resume()
    if asking == "again" and isinstance(event, ev.Again):
        return ev.SameAgain()
    if asking == "skipped" and isinstance(event, ev.Done | ev.Complete | ev.Finish | ev.Skip):
        return ev.Goodbye()
    return event


def _in_run(event: Event, talk: Talk) -> Event:
    if isinstance(event, ASSENT) or (isinstance(event, ev.Next) and _is_asked_to_go_on(talk)):
        return _on(talk)
    if isinstance(event, ev.Complete):
        return ev.Done()
    if isinstance(event, ev.Again):
        return ev.Again() if _works(talk) else ev.Repeat()
    if isinstance(event, ev.Hold):
        return _hold(talk)
    if isinstance(event, ev.Skip):
        return ev.SkipAhead() if _announced(talk) else ev.SkipMove()
    if isinstance(event, ev.SkipMove) and event.move is None and _announced(talk):
        return ev.GoOn()
    if isinstance(event, ev.LastStep):
        last = len(talk.route.move(talk.place).steps)
        return ev.GoToStep(last) if talk.place.step == 0 else ev.Previous()
    return event


def _on(talk: Talk) -> Event:
    """An assent to the prompt after a setup step goes on even where its words were cut short."""
    return ev.GoOn() if _works(talk) or talk.session.asking != "next" else ev.Next()


def _is_asked_to_go_on(talk: Talk) -> bool:
    """Whether work is begun, and going on with it is what was just offered."""
    place = talk.place
    begun = _works(talk) and place.done > 0 and not talk.route.is_complete(place)
    return begun and (_is_between_parts(talk) or talk.session.asking == "go_on")


def _is_between_parts(talk: Talk) -> bool:
    """Whether the place is where a part of the last response ended."""
    place = talk.place
    reached = (place.move, place.side, place.step, place.done)
    return any((mark.move, mark.side, mark.step, mark.amount) == reached for mark in talk.heard)


def _works(talk: Talk) -> bool:
    return talk.route.step(talk.place).kind != "setup"


def _announced(talk: Talk) -> bool:
    """Whether the set at the place is over and the next move was named."""
    place, route = talk.place, talk.route
    if not (route.ends_set(place) and route.is_complete(place)):
        return False
    following = route.next_place(place)
    return following is not None and following.move != place.move


def _hold(talk: Talk) -> Event:
    place, route = talk.place, talk.route
    steps = route.move(place).steps
    if steps[place.step].kind == "hold":
        return ev.Again() if route.is_complete(place) else ev.GoOn()
    following = steps[place.step + 1 :]
    return ev.Next() if following and following[0].kind == "hold" else ev.Pause()
