"""Which certificate URLs are taken: a line is a case, sent as a rightly signed request."""

import pytest

from bench.load.envelopes import encoded
from tests.web.service import Service, expect

S3 = "https://s3.amazonaws.com"

CASES = [
    # Amazon's own examples.
    (200, f"{S3}/echo.api/echo-api-cert.pem"),
    (200, f"{S3}:443/echo.api/echo-api-cert.pem"),
    (200, f"{S3}/echo.api/../echo.api/echo-api-cert.pem"),
    (400, "http://s3.amazonaws.com/echo.api/echo-api-cert.pem"),
    (400, "https://notamazon.com/echo.api/echo-api-cert.pem"),
    (400, f"{S3}/EcHo.aPi/echo-api-cert.pem"),
    (400, f"{S3}/invalid.path/echo-api-cert.pem"),
    (400, f"{S3}:563/echo.api/echo-api-cert.pem"),
    # Scheme and host in any case, and nothing but them.
    (200, "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert-12.pem"),
    (400, "s3.amazonaws.com/echo.api/cert.pem"),
    (400, "//s3.amazonaws.com/echo.api/cert.pem"),
    (400, "file:///echo.api/cert.pem"),
    (400, "https:/s3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://s3.amazonaws.com./echo.api/cert.pem"),
    (400, "https://s3.amazonaws.com.evil.example/echo.api/cert.pem"),
    (400, "https://evil-s3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://echo.api.s3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://s3-amazonaws.com/echo.api/cert.pem"),
    (400, "https://\u017f3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://user:pw@s3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://s3.amazonaws.com@evil.example/echo.api/cert.pem"),
    (400, "https://evil.example\\@s3.amazonaws.com/echo.api/cert.pem"),
    (400, "https://[/echo.api/cert.pem"),
    (400, "https://[::1]/echo.api/cert.pem"),
    # Port.
    (400, f"{S3}:0443/echo.api/cert.pem"),
    (400, f"{S3}:/echo.api/cert.pem"),
    (400, f"{S3}:x/echo.api/cert.pem"),
    (400, f"{S3}:99999/echo.api/cert.pem"),
    (400, f"{S3}:443:443/echo.api/cert.pem"),
    (400, f"{S3}:80/echo.api/cert.pem"),
    # Path.
    (200, f"{S3}/echo.api/folder/cert.pem"),
    (200, f"{S3}/echo.api/./cert.pem"),
    (200, f"{S3}/x/../echo.api/cert.pem"),
    (200, f"{S3}/echo.api//cert.pem"),
    (400, f"{S3}//echo.api/cert.pem"),
    (400, f"{S3}/echo.api/../evil/cert.pem"),
    (400, f"{S3}/echo.api/../../evil/cert.pem"),
    (400, f"{S3}/echo.api/%2e%2e/evil/cert.pem"),
    (400, f"{S3}/echo.api%2fcert.pem"),
    (400, f"{S3}/%65cho.api/cert.pem"),
    (400, f"{S3}/echo.api\\..\\evil/cert.pem"),
    (400, f"{S3}/echo.api/cert.pem\r\nHost: evil.example"),
    (400, f"{S3}/echo.api/cert.pem\n"),
    (400, f"{S3}/echo.api/cert .pem"),
    (400, f" {S3}/echo.api/cert.pem"),
    (400, f"{S3}/echo.api/cert\x00.pem"),
    (400, f"{S3}/echo.api/cért.pem"),
    (400, f"{S3}/echo.apix/cert.pem"),
    (400, f"{S3}/echo.api/"),
    (400, f"{S3}/echo.api"),
    (400, f"{S3}/echo.api/.."),
    (400, f"{S3}/"),
    (400, S3),
    # Each of these would make new names for one certificate.
    (400, f"{S3}/echo.api/cert.pem?x=1"),
    (400, f"{S3}/echo.api/cert.pem#x"),
    (400, f"{S3}/echo.api/cert.pem;x"),
    # No URL at all.
    (400, ""),
    (400, "%"),
    (400, f"{S3}/echo.api/{'a' * 600}.pem"),
    (400, f"{S3}/echo.api/a.pem, {S3}/echo.api/b.pem"),
]


@pytest.mark.parametrize(("status", "url"), CASES)
def test_url(service: Service, status: int, url: str) -> None:
    body = _body(service)
    answer = service.send(body, service.headers(body) | {"SignatureCertChainUrl": url})
    expect(service, answer, status)
    assert len(service.shelf.asked) == (1 if status == 200 else 0)


def test_all_names_of_one_certificate_are_one_fetch(service: Service) -> None:
    accepted = [
        f"{S3}/echo.api/cert.pem",
        f"{S3}:443/echo.api/cert.pem",
        "HTTPS://S3.AMAZONAWS.COM/echo.api/../echo.api/./cert.pem",
    ]
    body = _body(service)
    for url in accepted:
        headers = service.headers(body) | {"SignatureCertChainUrl": url}
        assert service.send(body, headers).status_code == 200
    assert service.shelf.asked == [f"{S3}/echo.api/cert.pem"]


def _body(service: Service) -> bytes:
    return encoded(service.envelope())
