"""The SDK's web service package imports, whatever OpenSSL is there."""

import subprocess
import sys

import pytest

from skill.web.verification.roots import read_roots, trusted_roots
from skill.web.webservice_support import UnusedCertificateValidator
from tests.web.pki import Pki

FRESH = """
import sys
from skill.web.webservice_support import WebserviceSkillHandler
from ask_sdk_webservice_support.verifier import AbstractVerifier, RequestVerifier
import ask_sdk_webservice_support.webservice_handler as handler
assert handler.WebserviceSkillHandler is WebserviceSkillHandler
assert not [name for name in sys.modules if name.startswith(("certvalidator", "oscrypto"))]
"""

PRESENT = """
import sys, types
real = sys.modules["certvalidator"] = types.ModuleType("certvalidator")
import skill.web.webservice_support
assert sys.modules["certvalidator"] is real
assert "certvalidator.errors" not in sys.modules
"""


@pytest.mark.parametrize("program", [FRESH, PRESENT], ids=["fresh", "library loaded before"])
def test_it_imports(program: str) -> None:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_stand_in_validates_nothing() -> None:
    with pytest.raises(NotImplementedError, match="RequestVerifier"):
        UnusedCertificateValidator(b"", intermediate_certs=[])


def test_the_public_roots() -> None:
    names = {root.subject.rfc4514_string() for root in trusted_roots()}
    assert "CN=Amazon Root CA 1,O=Amazon,C=US" in names
    assert len(names) > 50


def test_a_root_that_cannot_be_read_is_left_out(pki: Pki) -> None:
    nonsense = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    assert read_roots(nonsense + pki.chain) == (
        pki.leaf.certificate,
        pki.intermediate.certificate,
    )
