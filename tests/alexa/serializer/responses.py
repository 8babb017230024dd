"""Responses as the skill sends them, in the SDK's models."""

from ask_sdk_model import Intent, IntentConfirmationStatus, Response, ResponseEnvelope, Slot
from ask_sdk_model.canfulfill import CanFulfillIntent, CanFulfillIntentValues
from ask_sdk_model.dialog import (
    ConfirmIntentDirective,
    DelegateDirective,
    DynamicEntitiesDirective,
    ElicitSlotDirective,
)
from ask_sdk_model.er.dynamic import Entity, EntityListItem, EntityValueAndSynonyms, UpdateBehavior
from ask_sdk_model.interfaces.alexa.presentation.apl import (
    ExecuteCommandsDirective,
    ParallelCommand,
    RenderDocumentDirective,
    SetPageCommand,
    SpeakItemCommand,
)
from ask_sdk_model.interfaces.audioplayer import AudioItem, PlayBehavior, PlayDirective, Stream
from ask_sdk_model.ui import (
    AskForPermissionsConsentCard,
    Image,
    PlainTextOutputSpeech,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
    StandardCard,
)
from ask_sdk_model.ui import PlayBehavior as SpeechBehavior

SPEECH = SsmlOutputSpeech(
    ssml='<speak>Hold. <break time="10s"/><break time="10s"/>And release.</speak>',
    play_behavior=SpeechBehavior.REPLACE_ALL,
)
REPROMPT = Reprompt(output_speech=SsmlOutputSpeech(ssml="<speak>Say next.</speak>"))
ATTRIBUTES = {
    "v": 1,
    "bookmark": {"routine": "daily", "move": "figure_four", "side": "right", "step": 3},
    "pace": 1.25,
    "asked": None,
    "done": [{"move": "pigeon", "side": "left", "reps": 8, "ms": 41000} for _ in range(5)],
    "guidance": ["stepwise", True, 0, ""],
}
DOCUMENT = {
    "type": "APL",
    "version": "2024.2",
    "mainTemplate": {"parameters": ["step"], "items": [{"type": "Text", "text": "${step.cue}"}]},
}
SOURCES = {"step": {"cue": "Grüße - 45°", "side": "right", "seconds": 30, "left": [30, 15, 5]}}
RENDER = RenderDocumentDirective(token="step", document=DOCUMENT, datasources=SOURCES)
SLOT = Slot(name="move", value="pigeon")
INTENT = Intent("StartMoveIntent", {"move": SLOT}, IntentConfirmationStatus.NONE)
ENTITY = Entity(id="pigeon", name=EntityValueAndSynonyms("pigeon pose", ["the pigeon", "bird"]))


def _envelope(attributes: object = None, **response: object) -> ResponseEnvelope:
    return ResponseEnvelope(
        version="1.0", session_attributes=attributes, response=Response(**response)
    )


RESPONSES: dict[str, ResponseEnvelope] = {
    "nothing to say": _envelope(),
    "no response": ResponseEnvelope(version="1.0", user_agent="ask-python/1.19.0 Python/3.11"),
    "goodbye": _envelope({}, output_speech=SPEECH, should_end_session=True),
    "typical": _envelope(
        ATTRIBUTES,
        output_speech=SPEECH,
        reprompt=REPROMPT,
        card=SimpleCard(title="Figure four", content="Hold for thirty seconds."),
        should_end_session=False,
    ),
    "plain text": _envelope(output_speech=PlainTextOutputSpeech(text="a < b & c")),
    "screen": _envelope(
        ATTRIBUTES,
        output_speech=SPEECH,
        card=StandardCard("Figure four", "Hold.", Image("https://example.com/s.png", None)),
        directives=[
            RENDER,
            ExecuteCommandsDirective(
                token="step",
                commands=[
                    SpeakItemCommand(component_id="cue", delay=0),
                    ParallelCommand(commands=[SetPageCommand(component_id="p", value="${n}")]),
                ],
            ),
        ],
    ),
    "reprompt with directives": _envelope(
        reprompt=Reprompt(output_speech=SPEECH, directives=[RENDER]), should_end_session=False
    ),
    "dialog": _envelope(
        directives=[
            ElicitSlotDirective(updated_intent=INTENT, slot_to_elicit="move"),
            DelegateDirective(updated_intent=INTENT),
            ConfirmIntentDirective(),
            DynamicEntitiesDirective(
                update_behavior=UpdateBehavior.REPLACE,
                types=[EntityListItem(name="Move", values=[ENTITY])],
            ),
        ]
    ),
    "audio": _envelope(
        directives=[
            PlayDirective(
                play_behavior=PlayBehavior.REPLACE_ALL,
                audio_item=AudioItem(
                    stream=Stream(
                        token="t", url="https://example.com/a.mp3", offset_in_milliseconds=0
                    )
                ),
            )
        ]
    ),
    "permissions": _envelope(
        card=AskForPermissionsConsentCard(permissions=["alexa::alerts:reminders:skill:readwrite"])
    ),
    "can fulfill": _envelope(
        can_fulfill_intent=CanFulfillIntent(can_fulfill=CanFulfillIntentValues.YES, slots={})
    ),
}
