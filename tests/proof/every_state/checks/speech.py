"""There is a reply, a device can play it, and the microphone opens only after a prompt."""

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from ask_sdk_model import Response

from skill.alexa.memory import Kept, attributes_of
from skill.alexa.response import Responses
from skill.coach import events as ev
from skill.coach.coach import Coach
from skill.coach.cues import length
from skill.simulator.spoken import break_ms
from skill.speech import limits
from tests.proof.every_state.transition import Transition

ATTRIBUTES_BYTES = 4_000
"""Ours: session attributes travel with every request and every response."""
FRAME_BYTES = 1_000
"""What a response has besides speech, reprompt, card and attributes: names, and one directive."""
SPOILT = re.compile(r"[{}\[\]|<>]|[.,?!]{2}|\s[.,?!]|\bNone\b|\s{2}")
"""Left-overs of a text that was not filled in, and punctuation that doubles or floats."""


def check_speech(done: Transition) -> Iterator[str]:
    """Check the reply as Alexa would take it."""
    if isinstance(done.event, ev.Ended):
        return
    texts = done.texts()
    if not any(texts):
        yield "there is no reply"
    yield from (
        f"spoilt text: {text!r}" for text in (*texts, *done.later_texts()) if _is_spoilt(text)
    )
    response = _responses(done.coach).of(done.reply)
    yield from _microphone(done, response)
    yield from _sizes(done, response)


def _microphone(done: Transition, response: Response) -> Iterator[str]:
    reply = done.reply
    if response.should_end_session == bool(reply.prompt):
        yield "the microphone does not follow the prompt"
    if bool(response.reprompt) != bool(reply.prompt):
        yield "prompt and reprompt do not go together"
    again = " ".join(done.later_texts())
    if reply.prompt and again in ("", reply.prompt):
        yield f"the reprompt repeats the prompt, or is empty: {again!r}"
    if done.after.session.asking and not reply.prompt:
        yield "a question is pending that was not asked"


def _sizes(done: Transition, response: Response) -> Iterator[str]:
    size = FRAME_BYTES
    for speech in (response.output_speech, getattr(response.reprompt, "output_speech", None)):
        if speech is not None:
            size += len(speech.ssml.encode())
            yield from _faults_of(speech.ssml)
    if (card := response.card) is not None:
        size += len(card.title.encode()) + len(card.content.encode())
        if len(card.title) + len(card.content) > limits.MAX_CARD_CHARACTERS:
            yield "the card is too long"
    carried = len(attributes_of(Kept(done.after))["coach"].encode())
    if carried > ATTRIBUTES_BYTES:
        yield f"the session attributes have {carried} bytes"
    if size + carried > limits.MAX_RESPONSE_BYTES:
        yield f"the response has {size + carried} bytes"
    yield from _times(done)


def _times(done: Transition) -> Iterator[str]:
    coach, reply = done.coach, done.reply
    spoken = length(reply.cues) + coach.voiced(reply.prompt).ms
    if spoken > limits.MAX_TURN_MS:
        yield f"the response takes {spoken} ms"
    if length(reply.reprompt) > limits.MAX_TURN_MS:
        yield "the reprompt takes too long"


@functools.cache
def _responses(coach: Coach) -> Responses:
    return Responses(coach)


@functools.lru_cache(maxsize=100_000)
def _is_spoilt(text: str) -> bool:
    return bool(SPOILT.search(text))


@functools.lru_cache(maxsize=100_000)
def _faults_of(ssml: str) -> tuple[str, ...]:
    try:
        document = ET.fromstring(ssml)
    except ET.ParseError as error:
        return (f"the SSML is not well-formed: {error}",)
    faults = []
    if len(ssml) > limits.MAX_SPEECH_CHARACTERS:
        faults.append(f"the SSML has {len(ssml)} characters")
    longest = max((break_ms(e.get("time", "")) for e in document.iter("break")), default=0)
    if longest > limits.MAX_BREAK_MS:
        faults.append(f"a break takes {longest} ms")
    return tuple(faults)
