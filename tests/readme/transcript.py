"""The README's transcript: what the program prints for its lines. Run as a module, it renews it."""

import re
from pathlib import Path

from skill.alexa.skill import build_skill
from skill.content import load
from skill.settings import Settings
from skill.simulator.device import Clock
from skill.simulator.setting_up import device
from skill.simulator.terminal.piped import Piped
from tests.conversations.player import MONDAY_MS
from tests.stores import memory_store

README = Path(__file__).parents[2] / "README.md"
_TRANSCRIPT = re.compile(r"(<!-- transcript -->\n```\n)(.*?)(```)", re.DOTALL)
_LINES = re.compile(r"^(?:> (.*)|\(silence\)\n.*\n\(silence\))$", re.MULTILINE)


def written() -> str:
    """Return the transcript as the README has it."""
    found = _TRANSCRIPT.search(README.read_text(encoding="utf-8"))
    assert found, "the README has no transcript"
    return found[2]


def printed() -> str:
    """Return what the program prints for the lines of the README's transcript."""
    lines: list[str] = _LINES.findall(written())
    shown: list[str] = []
    skill = build_skill(load(), memory_store(), Settings())
    echo = device(skill, load(), Clock(MONDAY_MS))
    Piped(echo, shown.append, as_json=False).play(lines)
    return "\n".join(shown) + "\n"


if __name__ == "__main__":
    new = printed()
    text = README.read_text(encoding="utf-8")
    README.write_text(_TRANSCRIPT.sub(lambda found: found[1] + new + found[3], text), "utf-8")
