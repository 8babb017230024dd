"""What a look at one thing found."""

from typing import Literal

import msgspec

Verdict = Literal["fine", "unknown", "wrong"]
"""`unknown`: it could not be looked at, which need not be bad."""


class Finding(msgspec.Struct, frozen=True):
    """One line of the doctor's report."""

    verdict: Verdict
    what: str
    advice: str = ""
    """What to do; empty where all is well."""

    def __str__(self) -> str:
        """Return it as a line for the terminal."""
        mark = {"fine": "ok  ", "unknown": "?   ", "wrong": "FIX "}[self.verdict]
        return f"{mark} {self.what}" + (f"\n       {self.advice}" if self.advice else "")


def fine(what: str) -> Finding:
    """Return that all is well."""
    return Finding("fine", what)


def wrong(what: str, advice: str) -> Finding:
    """Return that something must be done."""
    return Finding("wrong", what, advice)


def unknown(what: str, advice: str) -> Finding:
    """Return that it could not be looked at."""
    return Finding("unknown", what, advice)
