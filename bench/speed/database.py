"""DynamoDB on this machine, and what a session asks of it."""

from collections import Counter
from typing import Any

import msgspec

from bench.speed.session import Json, People
from skill.alexa.answer import answer
from skill.alexa.skill import build_skill
from skill.content import Content
from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.dynamodb.table import create_table
from skill.settings import Settings

TABLE = "hip-coach"


class Calls(msgspec.Struct, frozen=True):
    """What a session asked of DynamoDB."""

    turns: int
    by_name: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_name.values())


def make_table(url: str) -> None:
    """Make the table of the coach."""
    create_table(connect("", url), TABLE)


def calls_of_a_session(url: str, content: Content, session: list[Json], at: float) -> Calls:
    """Have the session in this process, and count what goes to the database."""
    client = connect("", url)
    calls: Counter[str] = Counter()

    def count(request: Any, **_: object) -> None:  # noqa: ANN401  Botocore is untyped.
        calls[request.headers["X-Amz-Target"].decode().rpartition(".")[2]] += 1

    client.meta.events.register("before-send.dynamodb.*", count)
    skill = build_skill(content, DynamoProgress(client, TABLE, 540), Settings(progress="dynamodb"))
    for body in People(session).bodies(at):
        answer(skill, msgspec.json.decode(body))
    return Calls(len(session), dict(calls))
