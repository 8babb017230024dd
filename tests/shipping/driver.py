"""A Lambda's process: events come in as lines of JSON, answers go out, marked among other lines.

    python -I -S driver.py PACKAGE MODULE

Run without site-packages and with nothing but the package on the path.
"""

import json
import sys

ANSWER = "ANSWER "


def run(package: str, module: str) -> None:
    standard = [path for path in sys.path if "site-packages" not in path]
    sys.path[:] = [package, *standard]
    handler = __import__(module, fromlist=["handler"]).handler
    print("READY", flush=True)  # noqa: T201
    for line in sys.stdin:
        print(ANSWER + json.dumps(handler(json.loads(line), None)), flush=True)  # noqa: T201


if __name__ == "__main__":
    run(*sys.argv[1:])
