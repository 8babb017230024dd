"""Settings: read from the environment once, at start, into one typed object.

Every setting is named ``HIP_COACH_<FIELD>``, in capitals; `README.md` lists them.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

PREFIX = "HIP_COACH_"
TEST_PREFIX = "HIP_COACH_TEST_"
"""What tests are told by the environment is no setting of the skill."""


class SettingsError(Exception):
    """A setting is wrong; the message says which one and why."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How this process runs the skill."""

    skill_id: str = ""
    """The skill's application id; requests of any other skill are refused."""

    progress: Literal["sqlite", "dynamodb", "memory"] = "sqlite"
    """Where progress is kept."""

    sqlite_file: str = "~/.local/share/hip-coach/progress.sqlite3"
    """The file of the embedded store."""

    dynamodb_table: str = "hip-coach"
    """Name of the table."""

    dynamodb_endpoint: str = ""
    """Another address of DynamoDB than Amazon's, for tests and local runs."""

    dynamodb_region: str = ""
    """Region of the table; empty takes the one AWS's own settings name."""

    keep_days: int = 540
    """Days after the last turn at which a person's progress expires (1 to 3,650)."""

    host: str = "127.0.0.1"
    """Address the web endpoint listens on."""

    port: int = 8080
    """Port the web endpoint listens on (0 takes a free one)."""

    private_host: str = ""
    """With `--dev`: a private address or name under which other machines may open the page."""

    workers: int = 1
    """Processes of the web endpoint (1 to 64)."""

    salt: str = ""
    """Of the hashes that stand for people in the log; empty makes one up at each start."""

    time_zone: str = "UTC"
    """Time zone in which days are counted when the device does not tell its own."""


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read the settings of this process.

    Raises:
        SettingsError: a name is unknown, or a value does not fit.
    """
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX) and not name.startswith(TEST_PREFIX)
    }
    try:
        return msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"A {PREFIX}* setting is wrong: {error}") from error
