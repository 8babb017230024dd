"""The privacy policy against the code: what is kept is told, and for as long as it says."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from skill.coach.progress import Bookmark, History, Preferences, Progress
from skill.progress.lifetime import SETS_KEPT_DAYS
from skill.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
POLICY = (ROOT / "docs" / "privacy.md").read_text()

TOLD: dict[type[msgspec.Struct], dict[str, str]] = {
    Progress: {
        "preferences": "Your preferences",
        "bookmark": "Your place",
        "known": "which moves you have gone through once",
        "sessions": "how often you opened the skill",
        "zone": "The time zone",
        "last_routine": "the routine and moves you did last",
        "last_moves": "the routine and moves you did last",
        "history": "Your history",
    },
    Preferences: {
        "guidance": "how you are guided",
        "each_step": "how you are guided",
        "first_side": "which side comes first",
        "pace": "the pace",
        "doses": "reps and seconds you asked for",
        "lacks": "which equipment you said you lack",
    },
    History: {
        "sets": "how many sets you finished",
        "ms": "how long they took",
        "streak": "the days on which you trained",
        "best": "the days on which you trained",
        "last_day": "the days on which you trained",
    },
    Bookmark: {
        "run": "identifiers of the request",
        "routine": "routine",
        "moves": "moves",
        "side": "side",
        "move": "moves",
        "step": "step",
        "done": "how much of the step is done",
        "closed": "side",
        "skipped": "which moves you skipped",
        "counted": "the sets finished lately",
        "spent_ms": "how long they took",
        "credited_ms": "how long they took",
        "sent_ms": "when the last response was sent",
        "playing": "how much of the step is done",
    },
}
"""Where the policy tells of each field that is kept."""


@pytest.mark.parametrize("kind", TOLD)
def test_every_field_that_is_kept_is_told(kind: Any) -> None:
    assert set(TOLD[kind]) == set(kind.__struct_fields__)
    for words in TOLD[kind].values():
        assert words.lower() in POLICY.lower()


def test_what_is_kept_stays_as_long_as_is_told() -> None:
    assert f"{Settings().keep_days} days after you last used" in POLICY
    assert f"finished sets expire after {SETS_KEPT_DAYS} days" in POLICY


def test_logs_stay_as_long_as_is_told() -> None:
    template = (ROOT / "template.yaml").read_text()
    parameters = yaml.safe_load(template[template.index("Parameters:") : template.index("Cond")])
    days = parameters["Parameters"]["LogDays"]["Default"]
    assert f"the template that comes with the skill sets {days} days" in POLICY


def test_links_of_the_pages_lead_somewhere() -> None:
    assert (ROOT / "docs" / "privacy.md").is_file()
    assert "(privacy.md)" in (ROOT / "docs" / "terms.md").read_text()
    assert (ROOT / "LICENSE").is_file()
