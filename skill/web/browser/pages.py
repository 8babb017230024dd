"""The page and what it asks for, as a Flask blueprint."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from flask import Blueprint, Response, render_template, request

from skill.alexa.locales import by_locale
from skill.alexa.memory import ATTRIBUTE, Kept
from skill.alexa.time_zone import zone_of
from skill.coach.state import Moment, State
from skill.coach.timing import SECOND
from skill.content import Content
from skill.interaction import interaction_model, locales
from skill.settings import Settings
from skill.simulator import hearing
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import understanding
from skill.web.browser.bodies import Looked, Said, body_as
from skill.web.browser.drawings import serve_drawings
from skill.web.browser.headers import protect
from skill.web.browser.looking import Looking
from skill.web.browser.words import PageWords, page_words

DEFAULT_LOCALE = "en-US"
STATIC = "/browser"
"""Below which the page's own files lie."""

_attributes = msgspec.json.Decoder(Kept)


def browser_coach(content: Content, settings: Settings) -> Blueprint:
    """Return the page. It is for one's own machine or private network: its endpoint is unsigned."""
    coach = _BrowserCoach(content, settings)
    pages = Blueprint(
        "browser",
        __name__,
        template_folder="templates",
        static_folder="static",
        static_url_path=STATIC,
    )
    pages.add_url_rule("/", "page", coach.page, methods=["GET"])
    pages.add_url_rule(f"{STATIC}/said", "said", coach.said, methods=["POST"])
    pages.add_url_rule(f"{STATIC}/glimpse", "glimpse", coach.glimpse, methods=["POST"])
    serve_drawings(pages, content.catalog.muscles)
    pages.after_request(protect)
    return pages


class _BrowserCoach:
    """The views."""

    def __init__(self, content: Content, settings: Settings) -> None:
        self._content = content
        self._settings = settings
        self._words = {language: page_words(language) for language in content.lexicons}
        self._looking = {
            language: Looking(content, language, words) for language, words in self._words.items()
        }
        self._locales = [code for code in locales() if code.partition("-")[0] in self._words]

    def page(self) -> str:
        """Show the page, in the language asked for or the one the browser prefers."""
        preferred = request.accept_languages.best_match(self._locales, DEFAULT_LOCALE)
        asked = request.args.get("locale", "")
        locale = asked if asked in self._locales else preferred or DEFAULT_LOCALE
        words = by_locale(self._words, locale)
        return render_template(
            "coach.html",
            words=words,
            commands=msgspec.structs.asdict(words.commands),
            locale=locale,
            locales=self._locales,
            setup=self._setup(locale, words),
        )

    def _setup(self, locale: str, words: PageWords) -> dict[str, Any]:
        voice = by_locale(self._content.lexicons, locale).language.voice
        account = Account(skill=self._settings.skill_id or Account().skill, locale=locale)
        name = interaction_model(locale)["interactionModel"]["languageModel"]["invocationName"]
        spoken = {"open": words.open.format(name=name), "ask": words.ask.format(name=name)}
        given = {"locale": locale, "voice": voice, "account": account, "words": words}
        plain: dict[str, Any] = msgspec.to_builtins(given | {"spoken": spoken})
        return plain

    def said(self) -> Response:
        """Tell what an utterance is as a request: with the skill's name in it, and without."""
        said = body_as(Said)
        resolver = understanding(self._known(said.locale))
        answer = {
            "named": hearing.named(resolver, said.text),
            "plain": hearing.plain(resolver, said.text, said.directive),
        }
        return _json(answer)

    def glimpse(self) -> Response:
        """Show what session attributes say."""
        looked = body_as(Looked)
        state = _state(looked.attributes)
        zone = zone_of(state.progress.zone, ZoneInfo(self._settings.time_zone))
        now = datetime.fromtimestamp(looked.now_ms / SECOND, UTC).astimezone(zone)
        moment = Moment(looked.now_ms, now.date().toordinal())
        return _json(by_locale(self._looking, looked.locale).glimpse(state, moment))

    def _known(self, locale: str) -> str:
        return locale if locale in self._locales else DEFAULT_LOCALE


def _state(attributes: dict[str, Any]) -> State:
    """Return the state that attributes carry; those of another version carry none."""
    try:
        return _attributes.decode(attributes.get(ATTRIBUTE) or "{}").state
    except (msgspec.DecodeError, TypeError):
        return State()


def _json(answer: object) -> Response:
    return Response(msgspec.json.encode(answer), mimetype="application/json")
