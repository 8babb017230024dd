"""What the certificates of Alexa's chain must say about themselves, beyond being signed and valid.

The use for servers or clients (extended key usage) isn't looked at: the rules don't name one.
"""

from cryptography import x509
from cryptography.x509.verification import Criticality, ExtensionPolicy, Policy

ALEXA_DOMAIN = "echo-api.amazon.com"
"""developer.amazon.com, "Host a Custom Skill as a Web Service": among the certificate's names."""

Certificate = x509.Certificate


def _leaf_names(_policy: Policy, _leaf: Certificate, names: x509.SubjectAlternativeName) -> None:
    domains = {name.lower() for name in names.get_values_for_type(x509.DNSName)}
    if ALEXA_DOMAIN not in domains:
        raise ValueError(f"the certificate is not for {ALEXA_DOMAIN}")


def _leaf_usage(_policy: Policy, _leaf: Certificate, usage: x509.KeyUsage | None) -> None:
    if usage is not None and not usage.digital_signature:
        raise ValueError("the certificate's key is not for signatures")


def _leaf_basics(_policy: Policy, _leaf: Certificate, basics: x509.BasicConstraints | None) -> None:
    if basics is not None and basics.ca:
        raise ValueError("the certificate is that of an authority")


def _authority_basics(_policy: Policy, _issuer: Certificate, basics: x509.BasicConstraints) -> None:
    if not basics.ca:
        raise ValueError("an issuer is not an authority")


def _authority_usage(_policy: Policy, _issuer: Certificate, usage: x509.KeyUsage | None) -> None:
    if usage is not None and not usage.key_cert_sign:
        raise ValueError("an issuer's key is not for certificates")


_ANY = Criticality.AGNOSTIC

LEAF_POLICY = (
    ExtensionPolicy.permit_all()
    .require_present(x509.SubjectAlternativeName, _ANY, _leaf_names)
    .may_be_present(x509.KeyUsage, _ANY, _leaf_usage)
    .may_be_present(x509.BasicConstraints, _ANY, _leaf_basics)
)

AUTHORITY_POLICY = (
    ExtensionPolicy.permit_all()
    .require_present(x509.BasicConstraints, _ANY, _authority_basics)
    .may_be_present(x509.KeyUsage, _ANY, _authority_usage)
)
