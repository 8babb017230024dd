"""The Flask application over the coach, from the settings."""

from flask import Flask

from skill.alexa.observing import Observer, nobody
from skill.application import build
from skill.settings import Settings
from skill.web.app import create_app
from skill.web.verification import amazon_verifier


def make_app(settings: Settings, *, salt: str, dev: bool, observe: Observer = nobody) -> Flask:
    """Return the application; `dev` turns the signature check off, `observe` is told of turns.

    Raises:
        SettingsError: a setting is wrong; the message says which, and what to do.
    """
    application = build(settings, observe)
    app = create_app(
        application.skill,
        verifier=None if dev else amazon_verifier(),
        skill_id=settings.skill_id,
        is_ready=application.store.is_ready,
        salt=salt,
        private_host=settings.private_host,
    )
    if dev:
        # It needs the resolver of utterances, which a server without it does not install.
        from skill.web.browser.pages import browser_coach  # noqa: PLC0415

        # Its requests carry no signature, so there is no page where signatures are checked.
        app.register_blueprint(browser_coach(application.content, settings))
    return app
