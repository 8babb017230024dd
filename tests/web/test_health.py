"""The health page."""

import pytest

from bench.load.small_skill import build_skill
from skill.web.app import create_app
from skill.web.health import MEMORY_SECONDS, Health


def broken() -> bool:
    raise OSError


@pytest.mark.parametrize(
    ("is_ready", "status"), [(lambda: True, 200), (lambda: False, 503), (broken, 503)]
)
def test_page(is_ready: object, status: int) -> None:
    assert callable(is_ready)
    skill = build_skill(lambda _: None)
    app = create_app(skill, verifier=None, skill_id="", is_ready=is_ready)
    answer = app.test_client().get("/healthz")
    assert answer.status_code == status
    assert answer.json == {"alive": True, "database": status == 200}


def test_the_database_is_asked_rarely() -> None:
    now = 0.0
    asked: list[float] = []
    states = iter([True, False])

    def is_ready() -> bool:
        asked.append(now)
        return next(states)

    health = Health(is_ready, lambda: now)
    assert [health.ready() for _ in range(100)] == [True] * 100
    now = MEMORY_SECONDS
    assert health.ready() is False
    assert asked == [0.0, MEMORY_SECONDS]
