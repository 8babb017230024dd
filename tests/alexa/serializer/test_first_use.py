"""What happens once in a process, each time in a fresh one."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

AFTER_WARM = """
import sys
from tests.alexa.serializer import envelope_files
from skill.alexa.serializer import EnvelopeSerializer, warm

warm()
before = set(sys.modules)
serializer = EnvelopeSerializer()
for name in envelope_files.AT_HOME:
    serializer.from_json(envelope_files.text(name))
assert sys.modules.keys() == before, sys.modules.keys() - before
"""

MANY_THREADS = """
import threading
from tests.alexa.serializer import envelope_files
from tests.alexa.serializer.same_models import differences
from skill.alexa.serializer import EnvelopeSerializer

body = envelope_files.text("apl_user_event")
serializer = EnvelopeSerializer()
together = threading.Barrier(8)
read = []

def work():
    together.wait()
    read.append(serializer.from_json(body))

threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(read) == 8
assert not any(differences(read[0], other) for other in read)
"""


def fresh(program: str) -> None:
    """Run a program; its own words are the failure."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_nothing_is_left_to_import_after_warm() -> None:
    fresh(AFTER_WARM)


def test_many_first_requests_at_once() -> None:
    fresh(MANY_THREADS)
