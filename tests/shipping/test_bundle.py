"""Content as one file is the same content."""

from pathlib import Path

import pytest

from skill.content import ContentError, load
from skill.content.reading import unpack
from skill.content.sources import bundled
from skill.resources import folder


def test_a_bundle_holds_all_there_is() -> None:
    root = folder("content")
    assert unpack(bundled(root)) == load(root)


def test_a_bundle_of_another_version_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "moves").mkdir()
    (tmp_path / "muscles.yaml").write_text("[a]")
    with pytest.raises(ContentError, match=r"routines.yaml: \(file\): is missing"):
        unpack(bundled(tmp_path))
