"""A certificate chain like Alexa's, and a host on this machine that everybody fetches it from."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from bench.load.chain_host import ChainHost, file, running
from bench.load.chains import alexa_leaf, authority, pem
from bench.load.envelopes import CHAIN_URL


class Chain(msgspec.Struct, frozen=True):
    """Where the chain is, as a server is told on its command line."""

    port: int
    """Of the host, on this machine."""
    host_root: str
    """File of the root that vouches for the host."""
    root: str
    """File of the root that the chain ends in."""
    key: str
    """File of the key that requests are signed with."""

    @property
    def host(self) -> tuple[str, int]:
        """The host's address."""
        return "127.0.0.1", self.port

    def signing_key(self) -> RSAPrivateKey:
        """Read the key."""
        key = load_pem_private_key(Path(self.key).read_bytes(), None)
        assert isinstance(key, RSAPrivateKey)
        return key


@contextmanager
def chain_on_this_machine() -> Iterator[Chain]:
    """Give a chain for as long as a block runs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        root = authority("A root")
        intermediate = authority("An intermediate", root)
        leaf = alexa_leaf(intermediate)
        (folder / "root.pem").write_bytes(pem(root))
        (folder / "key.pem").write_bytes(
            leaf.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        host = ChainHost(folder)
        host.pages[urlsplit(CHAIN_URL).path] = file(pem(leaf, intermediate))
        with running(host):
            files = (host.ca_file, str(folder / "root.pem"), str(folder / "key.pem"))
            yield Chain(host.server_port, *files)
