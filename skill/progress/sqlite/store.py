"""The embedded store: what it reads and writes."""

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from msgspec.structs import replace

from skill.coach.progress import FinishedSet, History, Progress
from skill.progress import codec
from skill.progress.export import Export, Session, plain
from skill.progress.history import history_of
from skill.progress.lifetime import person_expires, set_expires
from skill.progress.sqlite.file import BUSY_S, connect
from skill.progress.store import ProgressUnavailable, Request, Update
from skill.settings import SettingsError

_LOG = logging.getLogger(__name__)

_PURGE_EVERY_S = 60 * 60

_READ = """
SELECT kept, opened_by, opened_with, sets, ms, moved_ms, expires,
    (SELECT json_group_array(day) FROM day WHERE day.user = person.user) AS days
FROM person WHERE user = ?
"""
_READ_SETS = "SELECT key FROM finished_set WHERE user = ?"
_ADD_SET = "INSERT OR IGNORE INTO finished_set (user, key, expires) VALUES (?, ?, ?)"
_ADD_DAY = "INSERT OR IGNORE INTO day (user, day) VALUES (?, ?)"
_WRITE = """
INSERT INTO person (user, kept, moved_ms, opened_by, opened_with, sets, ms, expires)
VALUES (:user, :kept, :at, coalesce(:opened_by, ''), :opened_with, :sets, :ms, :expires)
ON CONFLICT (user) DO UPDATE SET sets = sets + :sets, ms = ms + :ms,
    kept = iif(:at >= moved_ms, :kept, kept),
    opened_by = iif(:at >= moved_ms, coalesce(:opened_by, opened_by), opened_by),
    opened_with = iif(:at >= moved_ms AND :opened_by IS NOT NULL, :opened_with, opened_with),
    expires = max(expires, :expires), moved_ms = max(moved_ms, :at)
"""
_FORGET = (
    "DELETE FROM person WHERE user = ?",
    "DELETE FROM day WHERE user = ?",
    "DELETE FROM finished_set WHERE user = ?",
)
_PURGE = (
    "DELETE FROM day WHERE user IN (SELECT user FROM person WHERE expires < ?)",
    "DELETE FROM person WHERE expires < ?",
    "DELETE FROM finished_set WHERE expires < ?",
)


class SqliteProgress:
    """Keeps progress in a file; `:memory:` keeps it as long as the process lives.

    Threads take turns on one connection; processes share the file.
    """

    def __init__(self, file: str, keep_days: int, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._keep_days = keep_days
        self._clock = clock
        self._lock = threading.Lock()
        self._connected: sqlite3.Connection | None = None
        self._purge_at = 0.0

    def open(self) -> None:
        """Open the file now, so that a wrong one is told at start.

        Raises:
            SettingsError, ProgressUnavailable: as `file.connect` says.

        """
        with self._lock:
            self._connect()

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            if self._connected is not None:
                self._connected.close()
                self._connected = None

    def load(self, request: Request) -> Progress:
        """Read a person's progress, as `ProgressStore.load` says."""
        with self._connection() as connection:
            row = connection.execute(_READ, (request.user,)).fetchone()
        if row is None:
            return Progress()
        if row["opened_by"] == request.id and row["opened_with"] is not None:
            return codec.read(row["opened_with"])
        return _progress(row)

    def save(self, request: Request, update: Update) -> None:
        """Write a turn, as `ProgressStore.save` says."""
        if update.finished:
            self._save_with_sets(request, update)
        else:
            # By itself a statement is a transaction, and most turns finish no set.
            with self._connection() as connection:
                connection.execute(_WRITE, self._values(request, update, []))
        with suppress(ProgressUnavailable):
            self._purge_sometimes()

    def forget(self, user: str) -> None:
        """Delete everything of a person, as `ProgressStore.forget` says."""
        with self._transaction() as connection:
            for statement in _FORGET:
                connection.execute(statement, (user,))
        with self._connection() as connection:
            # The journal would keep what it was until it is written over.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def export(self, user: str) -> dict[str, object]:
        """Return everything kept of a person, as `ProgressStore.export` says."""
        with self._connection() as connection:
            row = connection.execute(_READ, (user,)).fetchone()
            keys = [key for (key,) in connection.execute(_READ_SETS, (user,))]
        if row is None:
            return {}
        then = row["opened_with"]
        opening = Session(row["opened_by"], None if then is None else codec.read(then))
        return plain(
            Export(
                progress=_progress(row),
                days=sorted(json.loads(row["days"])),
                finished_sets=sorted(keys),
                last_session=opening,
                last_moved_ms=row["moved_ms"],
                expires=row["expires"],
            )
        )

    def is_ready(self) -> bool:
        """Return whether the file can be read now."""
        try:
            with self._connection() as connection:
                connection.execute("SELECT 1 FROM person LIMIT 1").fetchone()
        except ProgressUnavailable:
            return False
        return True

    def _save_with_sets(self, request: Request, update: Update) -> None:
        with self._transaction() as connection:
            new = [one for one in update.finished if self._is_new(connection, request, one)]
            connection.executemany(_ADD_DAY, {(request.user, one.day) for one in new})
            connection.execute(_WRITE, self._values(request, update, new))

    def _is_new(
        self, connection: sqlite3.Connection, request: Request, finished: FinishedSet
    ) -> bool:
        expires = set_expires(request, self._keep_days)
        added = connection.execute(_ADD_SET, (request.user, finished.key, expires))
        return added.rowcount == 1

    def _values(
        self, request: Request, update: Update, new: list[FinishedSet]
    ) -> dict[str, object]:
        before = update.before
        return {
            "user": request.user,
            "at": request.at_ms,
            "kept": codec.encode_state(update.progress),
            "opened_by": None if before is None else request.id,
            "opened_with": None if before is None else codec.encode(before),
            "sets": len(new),
            "ms": sum(one.ms for one in new),
            "expires": person_expires(request, self._keep_days),
        }

    def _purge_sometimes(self) -> None:
        now = self._clock()
        # Further ahead than that, it was set before the clock was set back.
        if self._purge_at - _PURGE_EVERY_S <= now < self._purge_at:
            return
        self._purge_at = now + _PURGE_EVERY_S
        with self._transaction() as connection:
            for statement in _PURGE:
                connection.execute(statement, (int(now),))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if not self._lock.acquire(timeout=BUSY_S):
            raise ProgressUnavailable("SQLite: other threads of this process are waiting for it")
        try:
            yield self._connect()
        except (sqlite3.Error, SettingsError) as error:
            _LOG.warning("SQLite: %s", error)
            raise ProgressUnavailable(f"SQLite: {error}") from error
        finally:
            self._lock.release()

    def _connect(self) -> sqlite3.Connection:
        if self._connected is None:
            self._connected = connect(self._file)
            self._connected.row_factory = sqlite3.Row
        return self._connected


def _progress(row: sqlite3.Row) -> Progress:
    history = history_of(row["sets"], row["ms"], json.loads(row["days"]), History())
    return replace(codec.read(row["kept"]), history=history)
