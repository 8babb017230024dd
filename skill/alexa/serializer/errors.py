"""What is raised when a body is no envelope."""

from typing import Self

from ask_sdk_core.exceptions import SerializationException

PATH_PART_LIMIT = 40
"""Characters of a stranger's key that a message repeats, so that a log line stays a line."""


class EnvelopeError(SerializationException):  # type: ignore[misc]  # the SDK is untyped
    """A body cannot be read as an Alexa envelope; a web host answers it with status 400.

    It is a ``SerializationException`` so that code written for the SDK's serializer catches it.
    The message names the place and what is wrong there, never the value found.
    """

    def __init__(self, problem: str, *path: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path: tuple[str | int, ...] = path

    def under(self, part: str | int) -> Self:
        """Put the same error one level further in."""
        self.path = (part, *self.path)
        return self

    @property
    def where(self) -> str:
        """The place in the body, such as ``request.intent.slots.move``; "the body" at the top."""
        return "".join(map(_written, self.path)).removeprefix(".") or "the body"

    def __str__(self) -> str:
        return f"{self.where} {self.problem}"


def _written(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    if part.isidentifier() and len(part) <= PATH_PART_LIMIT:
        return f".{part}"
    return f"[{part[:PATH_PART_LIMIT]!a}]"


JSON_NAMES = {
    dict: "an object",
    list: "a list",
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def wrong_type(found: object, wanted: str) -> EnvelopeError:
    """Make the error for a value of another type than Alexa sends in its place."""
    return EnvelopeError(f"is {JSON_NAMES.get(type(found), 'no JSON')}, not {wanted}")
