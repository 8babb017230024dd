"""Adds the content as one file to a wheel, checked: `skill/content/sources.py` says why."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ContentBundle(BuildHookInterface):
    """Runs when a wheel is built; an editable install reads `content/` itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle, and have it put beside the folders of data."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from skill.content import load  # noqa: PLC0415 - its packages are there only now
        from skill.content.sources import bundled  # noqa: PLC0415

        content = Path(self.root, "content")
        load(content)
        self._folder = tempfile.TemporaryDirectory()
        bundle = Path(self._folder.name, "content.json")
        bundle.write_bytes(bundled(content))
        build_data["force_include"][str(bundle)] = "skill/_data/content.json"

    def finalize(self, _version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Remove what `initialize` made."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
