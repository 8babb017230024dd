"""Errors of content, for whoever edits it."""

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something that is wrong in one place."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        return f"{self.file}: {self.key}: {self.message}"


class ContentError(Exception):
    """Content can't be used; every problem names its file and key."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
