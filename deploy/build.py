"""Lays out the package of a Lambda: what it imports, compiled, and nothing else.

    python deploy/build.py FUNCTION FOLDER [--platform PLATFORM]

`sam build` calls it through the Makefile, with the Python of the Lambda's runtime and no package
installed: it needs nothing but pip. `FUNCTION` is the name of a lock in this folder.
"""

import argparse
import compileall
import py_compile
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
FUNCTIONS = tuple(sorted(lock.stem for lock in HERE.glob("*.lock")))

UNUSED = (
    "bin",
    # People's words are read by Alexa, and the content is in one file beside these.
    "skill/_data/content",
    "skill/_data/interaction_models",
    "skill/_data/skill-package",
    "skill/cli",
    "skill/package",
    "skill/simulator",
)
KEPT_SERVICES = ("dynamodb",)
"""botocore describes 400 services in 25 MB; the folder of each that is not called goes."""


def main() -> None:
    """Lay out one package."""
    parser = argparse.ArgumentParser(description="Lay out the package of a Lambda.")
    parser.add_argument("function", choices=FUNCTIONS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--platform", help="of the Lambda, as pip calls it; this machine's if none")
    given = parser.parse_args()
    lay_out(given.function, given.folder, given.platform)


def lay_out(function: str, folder: Path, platform: str | None) -> None:
    """Install the locked packages and the skill into a folder, trim and compile it."""
    elsewhere = ["--platform", platform, "--only-binary", ":all:"] if platform else []
    lock = HERE / f"{function}.lock"
    _install(folder, "--require-hashes", "--requirement", str(lock), *elsewhere)
    with tempfile.TemporaryDirectory() as wheels:
        _pip("wheel", "--no-deps", "--wheel-dir", wheels, str(HERE.parent))
        _install(folder, "--no-deps", *map(str, Path(wheels).glob("*.whl")))
    for path in unused(folder):
        shutil.rmtree(path)
    compile_all(folder)


def compile_all(folder: Path) -> None:
    """Compile all code in a folder, so that a cold start does not."""
    # Code that says of itself that it is valid: a zip file changes times.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # of the SDK's own docstrings
        done = compileall.compile_dir(
            folder, quiet=1, invalidation_mode=mode, force=True, stripdir=folder
        )
    if not done:
        sys.exit(f"Some files in {folder} can't be compiled; their names stand above.")


def unused(folder: Path) -> Iterator[Path]:
    """Yield the folders that no turn reads."""
    yield from (folder / name for name in UNUSED if (folder / name).is_dir())
    for service in (folder / "botocore" / "data").iterdir():
        if service.is_dir() and service.name not in KEPT_SERVICES:
            yield service


def _install(folder: Path, *arguments: str) -> None:
    _pip("install", "--no-compile", "--target", str(folder), *arguments)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check", *arguments]
    outcome = subprocess.run(command, check=False)  # noqa: S603 - its parts are all from here
    if outcome.returncode:
        sys.exit(f"pip {arguments[0]} failed; its message stands above.")


if __name__ == "__main__":
    main()
