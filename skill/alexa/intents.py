"""Which event each intent of the interaction models stands for."""

from collections.abc import Callable

from skill.alexa.envelope import Incoming
from skill.alexa.slots import Slots, id_of, number, one_of, seconds
from skill.coach import events as ev
from skill.coach.events import Event, PaceChange
from skill.coach.progress import Guidance
from skill.coach.sides import Side

SECONDS_A_MINUTE = 60

Reading = Callable[[Slots], Event]


def _minutes(slots: Slots) -> int | None:
    duration = seconds(slots, "duration")
    if duration is not None:
        return max(1, round(duration / SECONDS_A_MINUTE))
    return number(slots, "minutes")


def _hold_seconds(slots: Slots) -> int | None:
    duration = seconds(slots, "duration")
    return number(slots, "number") if duration is None else duration


PLAIN: dict[str, Event] = {
    "AMAZON.NextIntent": ev.Next(),
    "AMAZON.PreviousIntent": ev.Previous(),
    "AMAZON.RepeatIntent": ev.Repeat(),
    "AMAZON.PauseIntent": ev.Pause(),
    "AMAZON.ResumeIntent": ev.Resume(),
    "AMAZON.StartOverIntent": ev.StartOver(),
    "AMAZON.YesIntent": ev.Yes(),
    "AMAZON.NoIntent": ev.No(),
    "AMAZON.HelpIntent": ev.Help(),
    "AMAZON.CancelIntent": ev.Stop(),
    "AMAZON.StopIntent": ev.Stop(),
    "AMAZON.NavigateHomeIntent": ev.Stop(),
    "AMAZON.FallbackIntent": ev.Unknown(),
    "SameAgainIntent": ev.SameAgain(),
    "RestartMoveIntent": ev.RestartMove(),
    "PreviousMoveIntent": ev.PreviousMove(),
    "ReadyIntent": ev.Ready(),
    "DoneIntent": ev.Done(),
    "OkayIntent": ev.Okay(),
    "ContinueIntent": ev.Continue(),
    "AgainIntent": ev.Again(),
    "HoldIntent": ev.Hold(),
    "SkipIntent": ev.Skip(),
    "CompleteIntent": ev.Complete(),
    "LastStepIntent": ev.LastStep(),
    "FinishIntent": ev.Finish(),
    "TooHardIntent": ev.TooHard(),
    "LeftIntent": ev.AskLeft(),
    "PlaceIntent": ev.AskPlace(),
    "WhatsNextIntent": ev.AskNext(),
    "WhyIntent": ev.AskWhy(),
    "SittingIntent": ev.AskSitting(),
    "SafetyIntent": ev.AskSafety(),
    "DoctorIntent": ev.AskDoctor(),
    "ProgressIntent": ev.AskProgress(),
    "SettingsIntent": ev.AskSettings(),
}
"""Intents without slots."""

WITH_SLOTS: dict[str, Reading] = {
    "StartRoutineIntent": lambda slots: ev.Start(id_of(slots, "routine"), _minutes(slots)),
    "StartMoveIntent": lambda slots: ev.Start(id_of(slots, "move")),
    "SkipMoveIntent": lambda slots: ev.SkipMove(id_of(slots, "move")),
    "ShortOfTimeIntent": lambda slots: ev.ShortOfTime(_minutes(slots)),
    "GoToStepIntent": lambda slots: ev.GoToStep(number(slots, "number")),
    "SwitchSidesIntent": lambda slots: ev.SwitchSides(one_of(slots, "side", Side)),
    "SetGuidanceIntent": lambda slots: ev.SetGuidance(one_of(slots, "guidance", Guidance)),
    "SetRepsIntent": lambda slots: ev.SetReps(number(slots, "number")),
    "SetHoldIntent": lambda slots: ev.SetHold(_hold_seconds(slots)),
    "SetPaceIntent": lambda slots: ev.SetPace(one_of(slots, "pace", PaceChange)),
    "SetFirstSideIntent": lambda slots: ev.SetFirstSide(one_of(slots, "side", Side)),
    "LackEquipmentIntent": lambda slots: ev.Lack(id_of(slots, "equipment")),
    "HaveEquipmentIntent": lambda slots: ev.Have(id_of(slots, "equipment")),
    "MusclesIntent": lambda slots: ev.AskMuscles(id_of(slots, "move")),
    "MuscleIntent": lambda slots: ev.AskMuscle(id_of(slots, "muscle")),
    "MovesForMuscleIntent": lambda slots: ev.AskMovesFor(id_of(slots, "muscle")),
    "FeltIntent": lambda slots: ev.AskFelt(id_of(slots, "move")),
    "NeedsIntent": lambda slots: ev.AskNeeds(id_of(slots, "move") or id_of(slots, "routine")),
    "DoseIntent": lambda slots: ev.AskDose(id_of(slots, "move")),
    "AboutMoveIntent": lambda slots: ev.AskMove(id_of(slots, "move")),
    "MovesIntent": lambda slots: ev.AskMoves(id_of(slots, "routine")),
    "PainIntent": lambda slots: ev.Hurts(id_of(slots, "part")),
}
"""Intents with slots, and how the slots are read."""

FORGET = "ForgetMeIntent"
"""The one wish that can't be undone; Alexa's dialog confirms it."""

INTENTS = frozenset(PLAIN) | frozenset(WITH_SLOTS) | {FORGET}
"""Every intent there is a reading for."""


def event_of(turn: Incoming) -> Event:
    """Return the event an intent stands for; an intent nobody knows was not understood."""
    if turn.intent == FORGET:
        answers = {"CONFIRMED": ev.Forget(), "DENIED": ev.KeepAll()}
        return answers.get(turn.confirmation, ev.ForgetMe())
    if turn.intent in PLAIN:
        return PLAIN[turn.intent]
    reading = WITH_SLOTS.get(turn.intent)
    return reading(turn.slots) if reading is not None else ev.Unknown()
