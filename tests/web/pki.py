"""Keys and certificates for a test run; made once, since a key takes a tenth of a second."""

import time
from datetime import UTC, datetime
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bench.load.chains import Identity, alexa_leaf, authority, pem, rsa_key


class Pki:
    """A root, an intermediate and Alexa's certificate, and what else chains are made of."""

    def __init__(self) -> None:
        self.now = time.time()
        self.date = datetime.fromtimestamp(self.now, UTC)
        self.alexa_key: RSAPrivateKey = rsa_key()
        self.other_key: RSAPrivateKey = rsa_key()
        self.elliptic_key = ec.generate_private_key(ec.SECP256R1())
        self.root = authority("A root", now=self.date)
        self.intermediate = authority("An intermediate", self.root, now=self.date)
        self.leaf = alexa_leaf(self.intermediate, key=self.alexa_key, now=self.date)

    @cached_property
    def small_key(self) -> RSAPrivateKey:
        """A key too short to be trusted."""
        return rsa_key(1024)

    @cached_property
    def old_root(self) -> Identity:
        """A second root, which vouched for the first when that was new."""
        return authority("An old root", now=self.date)

    @cached_property
    def chain(self) -> bytes:
        """The chain as Amazon serves it."""
        return pem(self.leaf, self.intermediate)
