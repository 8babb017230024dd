"""The skill object: the same for Lambda, the web endpoint, the terminal and the browser."""

from zoneinfo import ZoneInfo

from ask_sdk_core.skill import CustomSkill, SkillConfiguration
from ask_sdk_runtime.dispatch_components import (
    GenericExceptionMapper,
    GenericHandlerAdapter,
    GenericRequestHandlerChain,
    GenericRequestMapper,
)

from skill.alexa.conversation import Conversation
from skill.alexa.handlers import FaultHandler, handlers
from skill.alexa.memory import Memory
from skill.alexa.observing import Observer, nobody
from skill.alexa.serializer import EnvelopeSerializer
from skill.coach.coach import Coach
from skill.content import Content
from skill.progress.store import ProgressStore
from skill.settings import Settings, SettingsError
from skill.speech.limits import ALEXA


def build_skill(
    content: Content, store: ProgressStore, settings: Settings, observe: Observer = nobody
) -> CustomSkill:
    """Return the skill over a store of progress; `observe` is told of every turn.

    Raises:
        SettingsError: the time zone does not exist.
    """
    coaches = {
        language: Coach(content.catalog, lexicon, ALEXA)
        for language, lexicon in content.lexicons.items()
    }
    conversation = Conversation(coaches, Memory(store), _zone(settings), observe=observe)
    chains = [GenericRequestHandlerChain(handler) for handler in handlers(conversation)]
    skill = CustomSkill(
        SkillConfiguration(
            request_mappers=[GenericRequestMapper(request_handler_chains=chains)],
            handler_adapters=[GenericHandlerAdapter()],
            exception_mapper=GenericExceptionMapper([FaultHandler(conversation)]),
            skill_id=settings.skill_id or None,
        )
    )
    skill.serializer = EnvelopeSerializer()
    return skill


def _zone(settings: Settings) -> ZoneInfo:
    try:
        return ZoneInfo(settings.time_zone)
    except (KeyError, ValueError, OSError) as error:
        raise SettingsError(
            f"HIP_COACH_TIME_ZONE={settings.time_zone} is no time zone; say Europe/London."
        ) from error
