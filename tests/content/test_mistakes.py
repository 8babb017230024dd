"""Whoever edits content is told what is wrong, with file and key."""

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from skill.content import ContentError, load
from skill.resources import folder


class Mistake(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mistake, and what the check says about it."""

    file: str
    old: str
    new: str
    says: str


MISTAKES = msgspec.yaml.decode(
    Path(__file__).with_name("mistakes.yaml").read_bytes(), type=list[Mistake]
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the content that can be spoiled."""
    return Path(shutil.copytree(folder("content"), tmp_path / "content"))


def test_what_is_shipped_is_right(copy: Path) -> None:
    assert load(copy) == load()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.says)
def test_a_mistake_is_told_with_file_and_key(copy: Path, mistake: Mistake) -> None:
    file = copy / mistake.file
    text = file.read_text(encoding="utf-8")
    assert mistake.old in text, "the mistake can't be made any more; mend the row"
    file.write_text(text.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load(copy)
    assert any(str(problem).startswith(mistake.says) for problem in error.value.problems), str(
        error.value
    )


def test_a_missing_file_is_told(copy: Path) -> None:
    (copy / "en/answers.yaml").unlink()
    with pytest.raises(ContentError, match=re.escape("en/answers.yaml: (file): is missing")):
        load(copy)


def test_a_missing_translation_is_told(copy: Path) -> None:
    (copy / "en/moves/squat_rotation.yaml").unlink()
    with pytest.raises(ContentError, match="en/moves: squat_rotation: is missing"):
        load(copy)
