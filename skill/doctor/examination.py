"""Everything the doctor looks at."""

from collections.abc import Iterator
from pathlib import Path

from skill.doctor.finding import Finding, fine, wrong
from skill.doctor.models import check_deployed_models, check_own_models
from skill.doctor.settings import check_settings
from skill.progress.open import open_store
from skill.settings import Settings, SettingsError


def examine(settings: Settings, package: Path | None) -> Iterator[Finding]:
    """Yield the findings of a deployment; `package` is an exported skill package, if there is."""
    yield from check_settings(settings)
    if settings.progress == "dynamodb":
        yield from _check_dynamodb(settings)
    else:
        yield _check_file(settings)
    yield from check_own_models()
    if package is not None:
        yield from check_deployed_models(package)


def _check_dynamodb(settings: Settings) -> Iterator[Finding]:
    # botocore takes a tenth of a second to import, which the embedded store needn't pay.
    from skill.doctor.rights import check_rights  # noqa: PLC0415
    from skill.doctor.table import check_table  # noqa: PLC0415
    from skill.progress.dynamodb.client import connect  # noqa: PLC0415

    try:
        client = connect(settings.dynamodb_region, settings.dynamodb_endpoint)
    except SettingsError as error:
        yield wrong("DynamoDB can't be reached", str(error))
        return
    findings = list(check_table(client, settings.dynamodb_table))
    yield from findings
    if findings[0].verdict != "wrong":
        yield from check_rights(client, settings.dynamodb_table)


def _check_file(settings: Settings) -> Finding:
    try:
        is_ready = open_store(settings).is_ready()
    except SettingsError as error:
        return wrong("the store can't be opened", str(error))
    if is_ready:
        return fine("the store answers")
    return wrong("the store does not answer", "See the warnings above.")
