"""Where the files of content are read from: the folder people edit, or one file made of it.

Parsing the YAML takes a cold Lambda longer than everything else it does with content, so what is
shipped there carries all of it as one JSON document, made and checked when it was built.
"""

from pathlib import Path
from typing import Any, Protocol

import msgspec

_SUFFIX = ".yaml"


class Source(Protocol):
    """Files of content, by their names relative to `content/`."""

    def decode(self, name: str, type_: Any) -> Any:  # noqa: ANN401 - any type msgspec takes
        """Read a file as a type.

        Raises:
            FileNotFoundError: there is no such file.
            msgspec.DecodeError: it does not fit; the message names the key.
            UnicodeDecodeError: it is no text.
        """

    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted."""


class Folder:
    """The YAML files of a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def decode(self, name: str, type_: Any) -> Any:  # noqa: ANN401
        """Read a file, as `Source.decode` says."""
        return msgspec.yaml.decode((self._root / name).read_bytes(), type=type_)

    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted."""
        found = self._root.rglob(f"*{_SUFFIX}")
        return tuple(sorted(path.relative_to(self._root).as_posix() for path in found))


class Bundle:
    """The same files in one JSON document; each is parsed when its type is known."""

    def __init__(self, document: bytes) -> None:
        """Take apart what `bundled` returned.

        Raises:
            msgspec.DecodeError: it is something else.
        """
        self._files = msgspec.json.decode(document, type=dict[str, msgspec.Raw])

    def decode(self, name: str, type_: Any) -> Any:  # noqa: ANN401
        """Read a file, as `Source.decode` says."""
        if name not in self._files:
            raise FileNotFoundError(name)
        return msgspec.json.decode(self._files[name], type=type_)

    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted."""
        return tuple(sorted(self._files))


def bundled(root: Path) -> bytes:
    """Return the files of a folder as the document of a `Bundle`.

    It is not checked here: `load(root)` does that, and whoever ships a bundle calls it first.
    """
    folder = Folder(root)
    return msgspec.json.encode({name: folder.decode(name, Any) for name in folder.names()})
