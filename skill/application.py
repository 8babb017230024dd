"""Everything put together, from the settings: the content, the store, the skill."""

import msgspec
from ask_sdk_core.skill import CustomSkill

from skill.alexa.observing import Observer, nobody
from skill.alexa.skill import build_skill
from skill.content import Content, load
from skill.progress.open import open_store
from skill.progress.store import ProgressStore
from skill.settings import Settings


class Application(msgspec.Struct, frozen=True):
    """The skill, and what it is made of."""

    skill: CustomSkill
    store: ProgressStore
    content: Content


def build(settings: Settings, observe: Observer = nobody) -> Application:
    """Put the skill together; `observe` is told of every turn.

    Raises:
        SettingsError: a setting is wrong; the message says which, and what to do.
        ContentError: the content is wrong; the message names files and keys.
    """
    content = load()
    store = open_store(settings)
    return Application(build_skill(content, store, settings, observe), store, content)
