"""The Flask application: the Alexa endpoint and the health page."""

import logging
from collections.abc import Callable
from http import HTTPStatus

import msgspec
from ask_sdk_core.skill import CustomSkill
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from skill.settings import SettingsError
from skill.web.dev import refuse_other_names
from skill.web.direct import Direct
from skill.web.endpoint import AlexaEndpoint
from skill.web.health import Health
from skill.web.turn_log import TurnLog
from skill.web.turn_view import MAX_BODY_BYTES, TurnView
from skill.web.verification import RequestVerifier

LOGGER = logging.getLogger("hip_coach.web")

_SKILL_ID_START = "amzn1.ask.skill."


def create_app(  # noqa: PLR0913  All by name.
    skill: CustomSkill,
    *,
    verifier: RequestVerifier | None,
    skill_id: str,
    is_ready: Callable[[], bool],
    salt: str = "",
    private_host: str = "",
) -> Flask:
    """Build the application.

    Args:
        skill: What answers; its own serializer reads envelopes and writes responses.
        verifier: The check of signature and time. None turns it off, for ``--dev`` alone: then
            only requests addressed to this machine by a loopback name are taken.
        skill_id: The application id that requests must carry. Without a verifier it may be empty,
            and any is taken.
        is_ready: Whether the database answers; may be slow, may raise.
        salt: Of the hashes that stand for people in the log.
        private_host: Without a verifier, a further name that requests may be addressed to.

    Raises:
        SettingsError: the skill id is none.
    """
    _check_skill_id(skill_id, required=verifier is not None)
    app = Flask("skill.web", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    if verifier is None:
        app.before_request(refuse_other_names(private_host))
        LOGGER.warning("Requests are NOT checked for Alexa's signature: for this machine only.")
    endpoint = AlexaEndpoint(skill, skill_id=skill_id, verifier=verifier)
    turns = TurnView(endpoint, TurnLog(salt))
    _add_page(app, "/", "POST", turns)
    _add_page(app, "/healthz", "GET", _health_view(Health(is_ready)))
    app.register_error_handler(HTTPException, _plain_error)
    if verifier is not None:
        # Without one, Flask has to look at each request's name first.
        app.wsgi_app = Direct(app.wsgi_app, turns)  # type: ignore[method-assign]
    return app


def _check_skill_id(skill_id: str, *, required: bool) -> None:
    if required and not skill_id.startswith(_SKILL_ID_START):
        raise SettingsError(
            "HIP_COACH_SKILL_ID must be the id of your skill, as the developer console shows it "
            f"({_SKILL_ID_START}…): without it, requests of any skill would be taken."
        )


def _add_page(app: Flask, rule: str, method: str, view: Callable[[], Response]) -> None:
    app.add_url_rule(rule, rule, view, methods=[method], provide_automatic_options=False)


def _health_view(health: Health) -> Callable[[], Response]:
    def view() -> Response:
        ready = health.ready()
        body = msgspec.json.encode({"alive": True, "database": ready})
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        return Response(body, status, mimetype="application/json")

    return view


def _plain_error(error: HTTPException) -> Response:
    """Answer without a page: nobody looks at this service with a browser."""
    answer = Response(f"{error.description}\n", error.code, mimetype="text/plain")
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer
