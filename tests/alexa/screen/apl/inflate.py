"""Lays a document out as a device does, as far as the documents go: absolute boxes, rows, lists."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from tests.alexa.screen.apl.expressions import Context, evaluate

WINDOWED = ("ScrollView", "Sequence")
"""What scrolls: content may be longer than they are."""
DP = 160
"""Dots an inch at which a pixel is a dp."""


class Box(msgspec.Struct, frozen=True):
    """A rectangle, in dp."""

    left: float
    top: float
    width: float
    height: float


class Placed(msgspec.Struct, frozen=True):
    """A component with its place and its evaluated properties."""

    type: str
    box: Box
    values: dict[str, Any]
    window: Box | None
    """What it scrolls in, if it does: it may go on below what is seen."""

    @property
    def scrolls(self) -> bool:
        """Whether it scrolls."""
        return self.window is not None


class Screen(msgspec.Struct, frozen=True):
    """A device, and a moment."""

    width: float
    height: float
    shape: str
    at_ms: int = 0

    @property
    def context(self) -> dict[str, Any]:
        """The names every expression knows."""
        viewport = {"width": self.width, "height": self.height, "shape": self.shape}
        return {"viewport": viewport, "elapsedTime": self.at_ms, "state": {"pressed": False}}


def screen_of(viewport: dict[str, Any], at_ms: int = 0) -> Screen:
    """Return the screen of a viewport as an envelope has it."""
    scale = DP / viewport["dpi"]
    shape = str(viewport["shape"]).lower()
    return Screen(viewport["pixelWidth"] * scale, viewport["pixelHeight"] * scale, shape, at_ms)


def inflate(document: dict[str, Any], data: dict[str, Any], screen: Screen) -> list[Placed]:
    """Return the components that are seen, in the order of painting.

    Raises:
        UnresolvedError: an expression, a size, a style or a graphic names what is not there.
    """
    inflater = _Inflater(document, screen)
    context = {**screen.context, "payload": {"screen": data}}
    whole = Box(0, 0, screen.width, screen.height)
    return [
        placed
        for item in document["mainTemplate"]["items"]
        for placed in inflater.component(item, context, whole)
    ]


class _Inflater:
    def __init__(self, document: dict[str, Any], screen: Screen) -> None:
        self.document = document
        self.screen = screen
        self.dimensions: dict[str, str] = document["resources"][0]["dimensions"]

    def component(self, item: dict[str, Any], context: Context, parent: Box) -> Iterator[Placed]:
        """Yield a component and what is in it."""
        if not evaluate(item.get("when", True), context):
            return
        layout = self.document["layouts"].get(item["type"])
        if layout is not None:
            names = [parameter["name"] for parameter in layout["parameters"]]
            given = {name: evaluate(item[name], context) for name in names}
            yield from self.component(layout["items"][0], {**context, **given}, parent)
            return
        for bind in item.get("bind", []):
            context = {**context, bind["name"]: evaluate(bind["value"], context)}
        values = self._values(item, context)
        if values.get("display") == "none":
            return
        box = self._box(values, parent)
        yield Placed(item["type"], box, values, None)
        window = box if item["type"] in WINDOWED else None
        for placed in self._children(item, values, context, box):
            yield replace(placed, window=placed.window or window)

    def _values(self, item: dict[str, Any], context: Context) -> dict[str, Any]:
        styled = self._styled(item["style"], context) if "style" in item else {}
        own = {
            key: evaluate(value, context)
            for key, value in item.items()
            if key not in {"type", "item", "items", "bind", "when", "onMount", "onPress"}
        }
        for command in _commands(item.get("onPress")):
            own["arguments"] = [evaluate(one, context) for one in command["arguments"]]
        for transform in item.get("transform", []):
            own["scaleX"] = evaluate(transform["scaleX"], context)
        return {**styled, **own}

    def _styled(self, name: str, context: Context) -> dict[str, Any]:
        style = self.document["styles"][name]
        values = self._styled(style["extend"], context) if "extend" in style else {}
        for part in style["values"]:
            if evaluate(part.get("when", True), context):
                values |= {key: value for key, value in part.items() if key != "when"}
        return values

    # --- sizes

    def size(self, written: object, whole: float) -> float:
        """Return a size in dp; `whole` is what per cent are of."""
        if isinstance(written, str) and written.startswith("@"):
            return self.size(self.dimensions[written[1:]], whole)
        if isinstance(written, int | float):
            return float(written)
        text = str(written)
        units = {"vw": self.screen.width, "vh": self.screen.height, "%": whole}
        for unit, of in units.items():
            if text.endswith(unit):
                return float(text.removesuffix(unit)) * of / 100
        raise ValueError(f"{written!r} is no size")

    def _box(self, values: dict[str, Any], parent: Box) -> Box:
        return Box(
            parent.left + self.size(values.get("left", 0), parent.width),
            parent.top + self.size(values.get("top", 0), parent.height),
            self.size(values.get("width", "100%"), parent.width),
            self.size(values.get("height", "100%"), parent.height),
        )

    # --- what is inside

    def _children(
        self, item: dict[str, Any], values: dict[str, Any], context: Context, box: Box
    ) -> Iterator[Placed]:
        written = item.get("items", item.get("item", []))
        items = written if isinstance(written, list) else [written]
        data = values.get("data")
        pairs = (
            [(one, context) for one in items]
            if data is None
            else [
                (items[0], {**context, "data": entry, "index": index})
                for index, entry in enumerate(data)
            ]
        )
        moves = item["type"] == "Sequence" or values.get("direction") == "row"
        offset = 0.0
        groups: list[list[Placed]] = []
        for number, (child, known) in enumerate(pairs):
            room = self._room(item, child, known, box, offset, first=number == 0)
            found = list(self.component(child, known, room))
            groups += [found] if found else []
            if found and moves:
                own = found[0].box
                ends = own.left + own.width - box.left
                offset = own.top + own.height - box.top if item["type"] == "Sequence" else ends
        spare = (box.width - offset) / max(1, len(groups) - 1)
        gap = spare if values.get("justifyContent") == "spaceBetween" else 0.0
        for number, group in enumerate(groups):
            for placed in group:
                yield _shifted(placed, number * gap)

    def _room(
        self,
        item: dict[str, Any],
        child: dict[str, Any],
        context: Context,
        box: Box,
        offset: float,
        *,
        first: bool,
    ) -> Box:
        gap = 0.0 if first else self.size(evaluate(child.get("spacing", 0), context), 0)
        if item["type"] == "Sequence":
            return replace(box, top=box.top + offset + gap)
        if item.get("direction") == "row":
            left = box.left + offset + gap
            width = box.width if "width" in child else box.width - offset - gap
            return Box(left, box.top, width, box.height)
        return box


def _shifted(placed: Placed, by: float) -> Placed:
    return replace(placed, box=replace(placed.box, left=placed.box.left + by)) if by else placed


def _commands(written: Any) -> list[dict[str, Any]]:
    if written is None:
        return []
    return written if isinstance(written, list) else [written]
