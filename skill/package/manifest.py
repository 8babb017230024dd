"""The manifest, as Alexa's Skill Management API takes it.

The shape is that of Amazon's own models (`ask-smapi-model` 1.36, `v1/skill/manifest`), as far as
this skill uses it: a key that is not among these is an error here as it is there.
"""

from pathlib import Path
from typing import Any, Literal

import msgspec

from skill.interaction import interaction_model, locales
from skill.interaction.sources import SourceError
from skill.package.store import StoreTexts, store_texts

SMALL_ICON = "assets/images/small-icon.png"
LARGE_ICON = "assets/images/large-icon.png"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Base of all parts of a manifest."""


class Endpoint(Part, frozen=True, omit_defaults=True):
    """Where requests are sent: the ARN of a Lambda, or an https address."""

    uri: str
    ssl_certificate_type: Literal["Trusted", "Wildcard", "SelfSigned", ""] = ""


class Interface(Part, frozen=True):
    """What a device must be able to do for some of the responses."""

    type: Literal["ALEXA_PRESENTATION_APL", "AUDIO_PLAYER"]


class Custom(Part, frozen=True, omit_defaults=True):
    """A custom skill's API."""

    endpoint: Endpoint | None = None
    interfaces: tuple[Interface, ...] = ()


class Apis(Part, frozen=True):
    """The kinds of skill this is: a custom one."""

    custom: Custom


class Subscription(Part, frozen=True):
    """An event the skill is told of."""

    event_name: Literal["SKILL_DISABLED", "SKILL_ENABLED"]


class Events(Part, frozen=True, omit_defaults=True):
    """The events, and where they are sent."""

    subscriptions: tuple[Subscription, ...]
    endpoint: Endpoint | None = None


class Listing(Part, frozen=True, omit_defaults=True):
    """The store's page of one locale."""

    name: str
    summary: str
    description: str
    example_phrases: tuple[str, ...]
    keywords: tuple[str, ...]
    small_icon_uri: str
    large_icon_uri: str
    updates_description: str = ""


class Publishing(Part, frozen=True, kw_only=True):
    """What the store needs to know."""

    category: str
    distribution_mode: Literal["PUBLIC", "PRIVATE"]
    is_available_worldwide: bool
    testing_instructions: str
    locales: dict[str, Listing] = {}


class Pages(Part, frozen=True, omit_defaults=True):
    """Addresses of the privacy policy and the terms of use."""

    privacy_policy_url: str = ""
    terms_of_use_url: str = ""


class Privacy(Part, frozen=True, kw_only=True):
    """Statements to Amazon."""

    allows_purchases: bool
    uses_personal_info: bool
    is_child_directed: bool
    is_export_compliant: bool
    contains_ads: bool
    uses_health_info: bool
    """Of a health care provider, under HIPAA; a coach has none."""
    locales: dict[str, Pages] = {}


class Manifest(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The whole of it."""

    manifest_version: Literal["1.0"]
    apis: Apis
    events: Events | None = None
    """Left out until there is an endpoint to send them to."""
    permissions: tuple[dict[str, str], ...]
    publishing_information: Publishing
    privacy_and_compliance: Privacy


class Envelope(Part, frozen=True):
    """The file `skill.json`."""

    manifest: Manifest


def frame(folder: Path) -> Manifest:
    """Read `skill-package/skill.json`: the manifest without what differs by locale.

    Raises:
        SourceError: it can't be read, or a key is missing, unknown or of the wrong kind.
    """
    try:
        return msgspec.json.decode((folder / "skill.json").read_bytes(), type=Envelope).manifest
    except OSError as error:
        raise SourceError(f"skill-package/skill.json can't be read: {error}") from error
    except msgspec.DecodeError as error:
        raise SourceError(f"skill-package/skill.json: {error}") from error


def listings(folder: Path) -> dict[str, Listing]:
    """Return the store's page of every locale that has an interaction model.

    Raises:
        SourceError: a language has no texts, or they do not fit.
    """
    return {locale: _listing(store_texts(locale[:2], folder), locale) for locale in locales()}


def endpoint_of(address: str) -> Endpoint:
    """Return where requests are sent; AWS gives function URLs a certificate for `*`."""
    if not address.startswith("https://"):
        return Endpoint(address)
    shared = ".lambda-url." in address or ".execute-api." in address
    return Endpoint(address, "Wildcard" if shared else "Trusted")


def invocation_name(locale: str) -> str:
    """Return what the skill is called by in a locale."""
    model: dict[str, Any] = interaction_model(locale)["interactionModel"]["languageModel"]
    return str(model["invocationName"])


def _listing(texts: StoreTexts, locale: str) -> Listing:
    texts = texts.for_name(invocation_name(locale))
    return Listing(
        name=texts.name,
        summary=texts.summary,
        description=f"{texts.description.strip()}\n\n{texts.disclaimer.strip()}",
        example_phrases=texts.phrases,
        keywords=texts.keywords,
        small_icon_uri=f"file://{SMALL_ICON}",
        large_icon_uri=f"file://{LARGE_ICON}",
        updates_description=texts.whats_new,
    )
