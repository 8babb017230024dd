"""What a person has set by voice, as anybody would note it down who only hears the intents."""

from typing import Any

import msgspec
from msgspec.structs import replace

from skill.coach.progress import Preferences
from skill.coach.turns.wishes import FASTEST, PACE_STEP, SLOWEST, USUAL

Intent = dict[str, Any]
THINGS = {"band": ("band",), "ball": ("ball",), "all": ("band", "ball")}


class Wishes(msgspec.Struct, frozen=True):
    """The settings that are told by one intent each."""

    first_side: str = "right"
    guidance: str = "stepwise"
    pace: int = USUAL
    lacks: frozenset[str] = frozenset()

    def heard(self, intent: Intent, told: "Wishes | None") -> "Wishes":
        """Return them after an intent.

        Which thing is meant by "I don't have one", or by a yes to "do you have one of those?", no
        intent tells alone: there `told` is what the turn made of it, and has to last.
        """
        name, slots = intent.get("name"), intent.get("slots", {})
        if name == "SetFirstSideIntent":
            return replace(self, first_side=_id(slots, "side") or self.first_side)
        if name == "SetGuidanceIntent":
            return replace(self, guidance=_id(slots, "guidance") or self.guidance)
        if name == "SetPaceIntent":
            return replace(self, pace=_changed(self.pace, _id(slots, "pace")))
        if told is not None:
            return replace(self, lacks=told.lacks)
        thing = frozenset(THINGS.get(_id(slots, "equipment") or "", ()))
        if name == "LackEquipmentIntent":
            return replace(self, lacks=self.lacks | thing)
        return replace(self, lacks=self.lacks - thing) if name == "HaveEquipmentIntent" else self

    def joined(self, said: "Wishes") -> "Wishes":
        """Return them after a session that began without them, and in which others were said."""
        usual = Wishes()
        names = ("first_side", "guidance", "pace")
        changed = {name: getattr(said, name) for name in names}
        kept = {name: value for name, value in changed.items() if value != getattr(usual, name)}
        return replace(self, **kept, lacks=self.lacks | said.lacks)


def wishes_of(preferences: Preferences) -> Wishes:
    """Return those of them that are kept."""
    lacks = frozenset(preferences.lacks)
    return Wishes(preferences.first_side, preferences.guidance, preferences.pace, lacks)


def _changed(pace: int, change: str | None) -> int:
    wished = {"slower": pace + PACE_STEP, "faster": pace - PACE_STEP, "usual": USUAL}
    return min(max(wished.get(change or "", pace), FASTEST), SLOWEST)


def _id(slots: dict[str, Any], name: str) -> str | None:
    resolutions = slots.get(name, {}).get("resolutions", {}).get("resolutionsPerAuthority", [])
    for authority in resolutions:
        for value in authority.get("values", []):
            found: str | None = value["value"]["id"]
            return found
    return None
