"""Evaluates APL's data-binding expressions, strictly: a name that nobody defined is an error.

Only what the documents use: literals, names, members, indexes, calls of Math, operators and `?:`.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

Context = Mapping[str, Any]

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*')|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<operator>[<>=!]=|&&|\|\||[-+*/%<>!?:.,()\[\]]))"
)
_EMBEDDED = re.compile(r"\$\{([^}]*)\}")
_LEVELS: tuple[tuple[str, ...], ...] = (
    ("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"),
)  # fmt: skip
MATH: dict[str, Callable[..., float]] = {"floor": math.floor, "min": min, "max": max}


class UnresolvedError(Exception):
    """An expression names what is not there, or is none."""


def evaluate(written: object, context: Context) -> Any:
    """Return the value of a property: of the expressions in it, where it is a text."""
    if not isinstance(written, str) or "${" not in written:
        return written
    whole = _EMBEDDED.fullmatch(written)
    if whole:
        return _Parser(whole.group(1), context).value()
    return _EMBEDDED.sub(lambda found: shown(_Parser(found.group(1), context).value()), written)


def shown(value: object) -> str:
    """Return a value as it stands in a text: whole numbers without a point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


class _Parser:
    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.tokens = self._tokens()
        self.at = 0

    def _tokens(self) -> list[tuple[str, str]]:
        tokens, end = [], 0
        while end < len(self.text.rstrip()):
            found = _TOKEN.match(self.text, end)
            if found is None or found.lastgroup is None:
                raise UnresolvedError(f"{self.text!r} cannot be read at {end}")
            tokens.append((found.lastgroup, found.group(found.lastgroup)))
            end = found.end()
        return [*tokens, ("end", "")]

    def value(self) -> Any:
        value = self._choice()
        if self.tokens[self.at][0] != "end":
            raise UnresolvedError(f"{self.text!r} has more than one expression")
        return value

    def _takes(self, *wanted: str) -> str | None:
        kind, token = self.tokens[self.at]
        if kind == "operator" and token in wanted:
            self.at += 1
            return token
        return None

    def _needs(self, wanted: str) -> None:
        if self._takes(wanted) is None:
            raise UnresolvedError(f"{self.text!r} lacks {wanted!r}")

    def _choice(self) -> Any:
        condition = self._binary(0)
        if self._takes("?") is None:
            return condition
        yes = self._choice()
        self._needs(":")
        no = self._choice()
        return yes if condition else no

    def _binary(self, level: int) -> Any:
        if level == len(_LEVELS):
            return self._unary()
        left = self._binary(level + 1)
        while operator := self._takes(*_LEVELS[level]):
            left = _calculated(operator, left, self._binary(level + 1))
        return left

    def _unary(self) -> Any:
        if self._takes("-"):
            return -self._unary()
        if self._takes("!"):
            return not self._unary()
        return self._postfix(self._primary())

    def _primary(self) -> Any:
        kind, token = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return float(token) if "." in token else int(token)
        if kind == "text":
            return token[1:-1]
        if kind == "name":
            return self._named(token)
        if token == "(":
            value = self._choice()
            self._needs(")")
            return value
        raise UnresolvedError(f"{self.text!r} has {token!r} where a value belongs")

    def _named(self, name: str) -> Any:
        known = {"true": True, "false": False, "null": None, "Math": MATH, **self.context}
        if name not in known:
            raise UnresolvedError(f"{self.text!r}: nobody defines {name!r}")
        return known[name]

    def _postfix(self, value: Any) -> Any:
        while operator := self._takes(".", "(", "["):
            if operator == ".":
                value = self._member(value)
            elif operator == "(":
                value = value(*self._arguments())
            else:
                value = value[self._choice()]
                self._needs("]")
        return value

    def _member(self, value: Any) -> Any:
        name = self.tokens[self.at][1]
        self.at += 1
        if not isinstance(value, Mapping) or name not in value:
            raise UnresolvedError(f"{self.text!r}: there is no {name!r}")
        return value[name]

    def _arguments(self) -> list[Any]:
        arguments: list[Any] = []
        while self._takes(")") is None:
            arguments.append(self._choice())
            self._takes(",")
        return arguments


def _calculated(operator: str, left: Any, right: Any) -> Any:
    if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
        return shown(left) + shown(right)
    table: dict[str, Callable[[], Any]] = {
        "||": lambda: left or right,
        "&&": lambda: left and right,
        "==": lambda: left == right,
        "!=": lambda: left != right,
        "<": lambda: left < right,
        ">": lambda: left > right,
        "<=": lambda: left <= right,
        ">=": lambda: left >= right,
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "/": lambda: left / right,
        "%": lambda: left % right,
    }
    return table[operator]()
