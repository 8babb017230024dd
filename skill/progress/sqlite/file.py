"""The SQLite file: made when it isn't there, refused when it isn't ours."""

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from skill.progress.store import ProgressUnavailable
from skill.settings import SettingsError

IN_MEMORY = ":memory:"

BUSY_S = 1.0
"""How long to wait, in seconds, for another process that is writing."""

_APPLICATION_ID = 0x48697043
_SCHEMA_VERSION = 1
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS person (
    user TEXT PRIMARY KEY, kept BLOB NOT NULL, moved_ms INTEGER NOT NULL,
    opened_by TEXT NOT NULL DEFAULT '', opened_with BLOB,
    sets INTEGER NOT NULL DEFAULT 0, ms INTEGER NOT NULL DEFAULT 0, expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS day (
    user TEXT, day INTEGER, PRIMARY KEY (user, day)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS finished_set (
    user TEXT, key TEXT, expires INTEGER NOT NULL, PRIMARY KEY (user, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_expires ON person (expires);
CREATE INDEX IF NOT EXISTS finished_set_expires ON finished_set (expires);
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {_SCHEMA_VERSION};
COMMIT;
"""
_LATER_MAYBE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}
"""Primary result codes of trouble that passes, and that no setting is the cause of."""


def connect(file: str) -> sqlite3.Connection:
    """Open the file, or make it.

    Raises:
        SettingsError: this is no place for it, or what is there is not a file of ours.
        ProgressUnavailable: it is locked, or the disk is full or failing.

    """
    path = file if file == IN_MEMORY else str(_placed(Path(file).expanduser()))
    try:
        connection = sqlite3.connect(
            path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _explained(error, path) from error
    except SettingsError:
        connection.close()
        raise
    return connection


def _placed(path: Path) -> Path:
    """Make the folder and the file readable by nobody else."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise SettingsError(
            f"HIP_COACH_SQLITE_FILE: {path} can't be written ({error.strerror}). "
            "Name a file in a folder that this user may write to."
        ) from error
    return path


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    _refuse_foreign(connection, path)
    _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchone())
    # An acknowledged write survives the machine going down too, for one sync of the disk a turn.
    connection.execute("PRAGMA synchronous = FULL")
    # Who asks to be forgotten is not to be found in unused pages either.
    connection.execute("PRAGMA secure_delete = ON")
    if _pragma(connection, "user_version") != _SCHEMA_VERSION:
        connection.executescript(_SCHEMA)


def _patiently(change: Callable[[], object]) -> None:
    """Wait for a lock where SQLite itself doesn't: as others make the same file."""
    give_up_at = time.monotonic() + BUSY_S
    while True:
        try:
            change()
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(0.01)
        else:
            return


def _refuse_foreign(connection: sqlite3.Connection, path: str) -> None:
    # One transaction: another process may be making the file just now.
    connection.execute("BEGIN")
    ours = _pragma(connection, "application_id") == _APPLICATION_ID
    version = _pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.execute("COMMIT")
    if ours and version != _SCHEMA_VERSION:
        raise SettingsError(
            f"HIP_COACH_SQLITE_FILE: {path} is of schema {version}, this version of the coach "
            f"knows {_SCHEMA_VERSION}. Use the version that wrote it, or name another file."
        )
    if tables and not ours:
        raise SettingsError(
            f"HIP_COACH_SQLITE_FILE: {path} is a database of another program. Name another file."
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int | str:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    assert isinstance(value, int | str)
    return value


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code, without the details of the extended one."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _explained(error: sqlite3.Error, path: str) -> Exception:
    code = _code(error)
    if code in _LATER_MAYBE:
        return ProgressUnavailable(f"SQLite: {error}")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        hint = "It is damaged, or no SQLite file: move it away, or put a backup in its place."
    else:
        hint = "Name a file that this user may write to."
    return SettingsError(f"HIP_COACH_SQLITE_FILE: {path} can't be opened ({error}). {hint}")
