"""Serves Amazon's Python hello-world under waitress.

    python -m bench.speed.peers.serve KIND CHECKS PORT CHAIN

KIND is `sdk-on-flask` or `flask-ask-sdk`, CHECKS is `checked` or `unchecked`, CHAIN is a `Chain` as
JSON.
"""

import sys
from types import ModuleType
from typing import Any

import msgspec
import waitress  # type: ignore[import-untyped]
from flask import Flask, Response, jsonify, request

from bench.load.envelopes import SKILL_ID
from bench.speed.chain import Chain
from bench.speed.peers.hello import build_skill
from bench.speed.peers.sdk_verifier import sdk_verifier_module


def main(kind: str, checks: str, port: str, chain: str) -> None:
    """Serve until told to stop."""
    verifiers = sdk_verifier_module(msgspec.json.decode(chain, type=Chain))
    make = {"sdk-on-flask": _sdk_on_flask, "flask-ask-sdk": _flask_ask_sdk}[kind]
    app = make(verifiers, is_checked=checks == "checked")
    waitress.serve(app, host="127.0.0.1", port=int(port), threads=4, _quiet=True)


def _sdk_on_flask(verifiers: ModuleType, *, is_checked: bool) -> Flask:
    """Build what Amazon's guide to hosting a skill as a web service shows."""
    from ask_sdk_webservice_support.webservice_handler import (  # noqa: PLC0415
        WebserviceSkillHandler,
    )

    handler = WebserviceSkillHandler(
        skill=build_skill(), verify_signature=is_checked, verify_timestamp=True
    )
    app = Flask("hello")

    @app.post("/")
    def turn() -> Any:  # noqa: ANN401
        try:
            body = request.data.decode("utf-8")
            return jsonify(handler.verify_request_and_dispatch(request.headers, body))
        except verifiers.VerificationException:
            return Response("Refused.", 400)

    return app


def _flask_ask_sdk(_verifiers: ModuleType, *, is_checked: bool) -> Flask:
    from flask_ask_sdk.skill_adapter import (  # type: ignore[import-untyped]  # noqa: PLC0415
        SkillAdapter,
    )

    app = Flask("hello")
    app.config["ASK_SDK_VERIFY_SIGNATURE"] = is_checked
    adapter = SkillAdapter(skill=build_skill(), skill_id=SKILL_ID, app=app)
    adapter.register(app=app, route="/")
    return app


if __name__ == "__main__":
    main(*sys.argv[1:])
