"""What the tests of the endpoint share."""

import pytest

from tests.web.pki import Pki
from tests.web.service import Service


@pytest.fixture(scope="session")
def pki() -> Pki:
    return Pki()


@pytest.fixture
def service(pki: Pki) -> Service:
    return Service(pki)
