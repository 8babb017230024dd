"""Alexa's dialogs: where the next answer belongs to a slot or confirms an intent."""

from ask_sdk_model import Intent, IntentConfirmationStatus, Response
from ask_sdk_model.dialog import ConfirmIntentDirective, ElicitSlotDirective

from skill.alexa.envelope import Incoming
from skill.alexa.intents import FORGET
from skill.alexa.slots import id_of
from skill.coach.state import Question

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


def with_dialog(response: Response, turn: Incoming, asking: Question) -> Response:
    """Return a response with the dialog that its prompt opens, if it opens one."""
    if asking == "forget" and turn.intent == FORGET:
        response.directives = [ConfirmIntentDirective(updated_intent=_intent(turn))]
    elif asking in ASKING and (slot := ELICITED.get(turn.intent)) and not id_of(turn.slots, slot):
        response.directives = [
            ElicitSlotDirective(slot_to_elicit=slot, updated_intent=_intent(turn))
        ]
    return response


def _intent(turn: Incoming) -> Intent:
    return Intent(
        name=turn.intent, slots=turn.slots, confirmation_status=IntentConfirmationStatus.NONE
    )
