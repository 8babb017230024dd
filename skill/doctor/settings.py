"""Whether the settings make sense together, beyond each by itself."""

import re
from collections.abc import Iterator

from skill.doctor.finding import Finding, fine, unknown, wrong
from skill.settings import Settings

SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Yield what is to be said about the settings, which were read without an error."""
    yield _skill_id(settings.skill_id)
    if settings.progress == "dynamodb":
        yield fine("progress is kept in DynamoDB")
    elif settings.progress == "memory":
        yield wrong(
            "progress is kept in memory, and lost when the process ends",
            "Set HIP_COACH_PROGRESS to dynamodb or sqlite.",
        )
    else:
        yield unknown(
            f"progress is kept in the file {settings.sqlite_file}",
            "That is for one machine. In a Lambda set HIP_COACH_PROGRESS to dynamodb.",
        )
    if settings.dynamodb_endpoint:
        yield unknown(
            f"the database is at {settings.dynamodb_endpoint}",
            "That is for tests. For Amazon's own leave HIP_COACH_DYNAMODB_ENDPOINT out.",
        )


def _skill_id(skill_id: str) -> Finding:
    if SKILL_ID.fullmatch(skill_id):
        return fine("the skill id has the right form")
    if not skill_id:
        return wrong(
            "no skill id is set: requests of any skill would be answered",
            "Set HIP_COACH_SKILL_ID to the id that the developer console shows.",
        )
    return wrong(
        "the skill id is none",
        "HIP_COACH_SKILL_ID looks like amzn1.ask.skill.12345678-90ab-cdef-1234-567890abcdef.",
    )
