"""Another process: a device that talks to a store.

python -m tests.progress.speaker KEEP_DAYS USER DEVICE FILE
python -m tests.progress.speaker KEEP_DAYS USER DEVICE URL TABLE
"""

import sys

from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore
from tests.progress.test_concurrency import speak


def _store(keep_days: int, where: list[str]) -> ProgressStore:
    if len(where) == 1:
        return SqliteProgress(where[0], keep_days)
    return DynamoProgress(connect("", where[0]), where[1], keep_days)


if __name__ == "__main__":
    days, person, number, *where = sys.argv[1:]
    speak(_store(int(days), where), person, int(number))
