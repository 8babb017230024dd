"""Another process: writes turn after turn to a file, and says each that is acknowledged.

    python -m tests.progress.writer FILE USER [LARGEST_FILE_IN_BYTES]

With a limit, it ends at the first turn that can't be written, and says so.
"""

import resource
import sys
from itertools import count

from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressUnavailable, Update
from tests.progress.conftest import KEEP_DAYS
from tests.progress.people import at_step, finished, request


def write(file: str, user: str) -> None:
    store = SqliteProgress(file, KEEP_DAYS)
    for turn in count():
        saying, update = request(user, turn), Update(at_step(turn), (finished(turn),))
        try:
            store.save(saying, update)
        except ProgressUnavailable:
            print("unavailable", flush=True)  # noqa: T201
            return
        print(turn, flush=True)  # noqa: T201


if __name__ == "__main__":
    path, person, *limit = sys.argv[1:]
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit[0]), int(limit[0])))
    write(path, person)
