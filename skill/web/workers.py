"""Several processes that serve one socket, and a parent that replaces those that end."""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from multiprocessing import connection
from multiprocessing.context import ForkProcess
from threading import Thread

LOGGER = logging.getLogger("hip_coach.web")

MAX_WORKERS = 64

RESTART_SECONDS = 1.0
"""Before a worker that ended is replaced, so that one that can't start doesn't eat the machine."""

STOP_SECONDS = 10.0
"""For the workers to finish their turns, before they are killed."""


def run_workers(work: Callable[[], None], count: int) -> None:
    """Run `work` in `count` processes until this one is told to stop."""
    workers: list[ForkProcess] = []
    try:
        while True:
            workers += [_started(work) for _ in range(count - len(workers))]
            connection.wait([worker.sentinel for worker in workers])
            workers = _living(workers)
            time.sleep(RESTART_SECONDS)
    except KeyboardInterrupt:
        return
    finally:
        _stop(workers)


def _started(work: Callable[[], None]) -> ForkProcess:
    worker = multiprocessing.get_context("fork").Process(target=_guarded, args=(work,))
    worker.start()
    return worker


def _guarded(work: Callable[[], None]) -> None:
    """Work, but not longer than the parent lives."""
    Thread(target=_end_with_parent, daemon=True).start()
    work()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _living(workers: list[ForkProcess]) -> list[ForkProcess]:
    for worker in workers:
        if not worker.is_alive():
            LOGGER.error("A worker ended with status %s; starting another.", worker.exitcode)
    return [worker for worker in workers if worker.is_alive()]


def _stop(workers: list[ForkProcess]) -> None:
    for worker in workers:
        worker.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for worker in workers:
        worker.join(max(0.0, deadline - time.monotonic()))
        if worker.is_alive():
            worker.kill()
            worker.join()
