"""The tour, once for each language and form of screen, laid out once for each size."""

import pytest

from tests.alexa.screen.laid import Laid, laid
from tests.alexa.screen.show import VIEWPORTS
from tests.alexa.screen.tour import LOCALES, Seen, tour


@pytest.fixture(params=LOCALES)
def seen(request: pytest.FixtureRequest) -> tuple[Seen, ...]:
    """Return everything that is seen in one language on a small hub."""
    return tour(request.param, "hub_small")


@pytest.fixture(params=[(locale, name) for locale in LOCALES for name in VIEWPORTS], ids="-".join)
def screens(request: pytest.FixtureRequest) -> tuple[Laid, ...]:
    """Return every screen of one language and size, laid out at the moments that matter."""
    locale, viewport = request.param
    return laid(locale, viewport)
