"""Where the data that travels with the code lies: `content/` and `interaction_models/`.

An installed package carries both inside (`pyproject.toml`); a checkout has them at its top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder of that name, from whatever folder the program was started.

    Raises:
        FileNotFoundError: the package was installed without its data.
    """
    for place in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"The folder {name}/ is missing; install the package again.")


def bundle() -> Path:
    """Return where an installed package has all of `content/` as one file; a checkout has none."""
    return _PACKAGE / "_data" / "content.json"
