"""Alexa's dialogs: where the next answer belongs to a slot or confirms an intent."""

from ask_sdk_model import Intent, IntentConfirmationStatus, Response, Slot
from ask_sdk_model.dialog import ConfirmIntentDirective, ElicitSlotDirective

from skill.alexa.envelope import Incoming
from skill.alexa.intents import FORGET, WITH_SLOTS
from skill.alexa.slots import Slots, id_of
from skill.coach.state import Question, Session

ELICITED = {
    "StartMoveIntent": "move",
    "StartRoutineIntent": "routine",
    "GoToStepIntent": "number",
    "SetRepsIntent": "number",
    "SetHoldIntent": "duration",
    "SetPaceIntent": "pace",
    "SetFirstSideIntent": "side",
    "SetGuidanceIntent": "guidance",
    "LackEquipmentIntent": "equipment",
    "HaveEquipmentIntent": "equipment",
    "MusclesIntent": "move",
    "FeltIntent": "move",
    "DoseIntent": "move",
    "AboutMoveIntent": "move",
    "MuscleIntent": "muscle",
    "MovesForMuscleIntent": "muscle",
}
"""Intents that are asked to be completed, and the slot that is asked for."""

ASKING: tuple[Question, ...] = ("value", "which")
"""What the coach asks when something was left out."""


AGAIN = "AMAZON.RepeatIntent"
"""After it the question is asked again, and its dialog with it."""
_INTENT_OF = {type(WITH_SLOTS[intent]({})): intent for intent in ELICITED}


def with_dialog(response: Response, turn: Incoming, session: Session) -> Response:
    """Return a response with the dialog that its prompt opens, if it opens one."""
    if session.asking == "forget" and turn.intent in (FORGET, AGAIN):
        response.directives = [ConfirmIntentDirective(updated_intent=_intent(FORGET, {}))]
    elif session.asking in ASKING and (intent := _incomplete(turn, session)):
        slot = ELICITED[intent.name]
        response.directives = [ElicitSlotDirective(slot_to_elicit=slot, updated_intent=intent)]
    return response


def _incomplete(turn: Incoming, session: Session) -> Intent | None:
    """Return the intent whose slot was asked for: this turn's, or the one asked for again."""
    if turn.intent == AGAIN and session.answered is not None:
        name = _INTENT_OF.get(type(session.answered))
        return _intent(name, {ELICITED[name]: Slot(name=ELICITED[name])}) if name else None
    slot = ELICITED.get(turn.intent)
    is_open = slot is not None and not id_of(turn.slots, slot)
    return _intent(turn.intent, turn.slots) if is_open else None


def _intent(name: str, slots: Slots) -> Intent:
    return Intent(name=name, slots=dict(slots), confirmation_status=IntentConfirmationStatus.NONE)
