"""The skill package: what is written, and what its check finds."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.cli import main
from skill.interaction import interaction_model, locales
from skill.package.checks import check_package

ROOT = Path(__file__).resolve().parents[2]
ARN = "arn:aws:lambda:us-east-1:123456789012:function:hip-coach"


def test_the_package_is_right() -> None:
    assert check_package() == []


def test_the_package_has_every_locale(tmp_path: Path) -> None:
    assert main(["package", str(tmp_path), "--endpoint", ARN]) == 0
    package = tmp_path / "skill-package"
    manifest = json.loads((package / "skill.json").read_text())["manifest"]
    for locale in locales():
        model = package / "interactionModels" / "custom" / f"{locale}.json"
        assert json.loads(model.read_text()) == interaction_model(locale)
        assert locale in manifest["privacyAndCompliance"]["locales"]
        listing = manifest["publishingInformation"]["locales"][locale]
        for icon in ("smallIconUri", "largeIconUri"):
            assert (package / listing[icon].removeprefix("file://")).is_file()
    assert manifest["apis"]["custom"]["endpoint"] == {"uri": ARN}
    # Screens are sent pages, which Alexa takes only from a skill that declares it.
    assert manifest["apis"]["custom"]["interfaces"] == [{"type": "ALEXA_PRESENTATION_APL"}]
    assert manifest["events"]["endpoint"] == {"uri": ARN}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://abc.lambda-url.us-east-1.on.aws/", "Wildcard"),
        ("https://coach.example.org/", "Trusted"),
    ],
)
def test_an_https_endpoint_says_whose_certificate_it_has(
    tmp_path: Path, address: str, kind: str
) -> None:
    main(["package", str(tmp_path), "--endpoint", address])
    manifest = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    assert manifest["apis"]["custom"]["endpoint"]["sslCertificateType"] == kind


def test_without_an_endpoint_nothing_is_sent_anywhere(tmp_path: Path) -> None:
    assert main(["package", str(tmp_path)]) == 0
    manifest = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    assert "endpoint" not in manifest["apis"]["custom"]
    assert "events" not in manifest


def test_pages_are_named(tmp_path: Path) -> None:
    pages = ["--privacy-policy", "https://example.org/p", "--terms", "https://example.org/t"]
    assert main(["package", str(tmp_path), *pages]) == 0
    manifest = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    assert manifest["privacyAndCompliance"]["locales"]["en-GB"] == {
        "privacyPolicyUrl": "https://example.org/p",
        "termsOfUseUrl": "https://example.org/t",
    }


@pytest.mark.parametrize(
    "wrong",
    [["--endpoint", "example.org"], ["--privacy-policy", "http://x.org"], ["--terms", "docs"]],
)
def test_a_wrong_address_writes_nothing(
    tmp_path: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["package", str(tmp_path), *wrong]) == 1
    assert wrong[0] in capsys.readouterr().err
    assert not (tmp_path / "skill-package").exists()


Mistake = Callable[[Path], None]


def _in_texts(old: str, new: str) -> Mistake:
    def change(package: Path) -> None:
        file = package / "store" / "en.yaml"
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))

    return change


def _swap_icons(package: Path) -> None:
    images = package / "assets" / "images"
    shutil.copy(images / "large-icon.png", images / "small-icon.png")


def _drop_language(package: Path) -> None:
    (package / "store" / "de.yaml").unlink()


def _unknown_key(package: Path) -> None:
    file = package / "skill.json"
    file.write_text(file.read_text().replace('"category"', '"kind"'))


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (_in_texts("name: Hip Coach", "name: " + "Hip Coach " * 6), "must have 2 to 50"),
        (_in_texts("summary: A", "summary: " + "very " * 30 + "A"), "must have 1 to 160"),
        (_in_texts("description: |-\n", "description: |-\n  " + "a" * 4000 + "\n"), "1 to 4000"),
        (_in_texts("phrases:\n", "phrases:\n  - Alexa, open {name}\n"), "must be 3"),
        (_in_texts('phrases:\n  - "Alexa, open', 'phrases:\n  - "open'), "wake word"),
        (_in_texts('phrases:\n  - "Alexa, open', 'phrases:\n  - "Alexa, close'), "must open"),
        (_in_texts('{name} for the next step"\nkey', '{name} to sing"\nkey'), "is no sample"),
        (_in_texts('{name} for the next step"\nkey', 'you to"\nkey'), "does not name"),
        (_in_texts('"repeat"', '"say that backwards"'), "'say that backwards' is no sample"),
        (_swap_icons, "is 512 x 512, must be a PNG of 108 x 108"),
        (_drop_language, "store/de.yaml can't be read"),
        (_unknown_key, "unknown field `kind`"),
    ],
)
def test_mistakes_are_found(tmp_path: Path, mistake: Mistake, message: str) -> None:
    package = tmp_path / "skill-package"
    shutil.copytree(ROOT / "skill-package", package)
    mistake(package)
    assert message in "\n".join(str(problem) for problem in check_package(package))
