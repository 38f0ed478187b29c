"""TLS: the certificate is checked for the name, and what was agreed on is told."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from playground.core.messages import Parameter, RequestSpec
from playground.core.prepare import prepare
from playground.transport.limits import Limits, Options
from tests.transport.upstream import LOOPBACK, SMALL, answer, content, failure_code, get, response, send, upstream

TODAY = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


class Authority:
    """A certificate authority that lives as long as the tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        builder = self._builder("Test Authority", self._key, TODAY - DAY, TODAY + DAY)
        constraints = x509.BasicConstraints(ca=True, path_length=None)
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        key_id = x509.SubjectKeyIdentifier.from_public_key(self._key.public_key())
        builder = builder.add_extension(constraints, True).add_extension(usage, True).add_extension(key_id, False)
        self.bundle = folder / "authority.pem"
        certificate = builder.sign(self._key, hashes.SHA256())
        self.bundle.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def _builder(self, subject: str, key: ec.EllipticCurvePrivateKey, start, end) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name("Test Authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
        )

    def context(self, host: str, start=TODAY - DAY, end=TODAY + DAY, **versions: ssl.TLSVersion) -> ssl.SSLContext:
        """What a server needs that calls itself ``host``."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = self._builder(host, key, start, end).add_extension(names, False).add_extension(issuer, False)
        certificate = builder.sign(self._key, hashes.SHA256())
        path = self._folder / f"{host}-{certificate.serial_number}.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        for key_name, version in versions.items():
            setattr(context, key_name, version)
        return context


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def trusting(authority: Authority):
    return replace(LOOPBACK, ca_bundle=str(authority.bundle))


def to_loopback(host: str) -> list[str]:
    return ["127.0.0.1"]


def test_a_trusted_certificate(authority):
    seen: list[str | None] = []
    context = authority.context("api.example")
    context.sni_callback = lambda sock, server_name, ctx: seen.append(server_name)
    with upstream(answer(b"secure"), context=context) as server:
        url = f"https://API.example.:{server.port}/"
        events = get(url, policy=trusting(authority), resolver=to_loopback)
        assert f"Host: api.example.:{server.port}\r\n".encode() in server.requests[0]
    assert content(events) == b"secure"
    assert seen == ["api.example"]
    connection = events[0].connection
    assert (connection.tls_version, connection.verified) == ("TLSv1.3", True)
    assert connection.cipher.startswith("TLS_")
    assert (connection.certificate_subject, connection.certificate_issuer) == ("CN=api.example", "CN=Test Authority")
    assert connection.certificate_not_before == (TODAY - DAY).replace(microsecond=0).isoformat()
    assert connection.certificate_not_after == (TODAY + DAY).replace(microsecond=0).isoformat()
    assert 0 < events[-1].timings.ssl <= events[-1].timings.connect


def test_tls_1_2(authority):
    context = authority.context("api.example", maximum_version=ssl.TLSVersion.TLSv1_2)
    with upstream(answer(b"ok"), context=context) as server:
        events = get(f"https://api.example:{server.port}/", policy=trusting(authority), resolver=to_loopback)
    assert events[0].connection.tls_version == "TLSv1.2"


def test_a_large_answer_over_tls(authority):
    big = bytes(range(256)) * 4096
    with upstream(answer(big), context=authority.context("api.example")) as server:
        events = get(f"https://api.example:{server.port}/", policy=trusting(authority), resolver=to_loopback)
    assert content(events) == big


@pytest.mark.parametrize(
    ("host", "days"),
    [("other.example", (-1, 1)), ("api.example", (-3, -2)), ("api.example", (2, 3)), ("example", (-1, 1))],
    ids=["another name", "expired", "not yet valid", "a name above"],
)
def test_a_certificate_that_does_not_fit(authority, host, days):
    context = authority.context(host, TODAY + days[0] * DAY, TODAY + days[1] * DAY)
    with upstream(answer(b"secret"), context=context) as server:
        url = f"https://api.example:{server.port}/"
        events = get(url, policy=trusting(authority), resolver=to_loopback)
        assert failure_code(events) == "certificate_untrusted"
        assert server.requests == []
        events = get(url, policy=trusting(authority), resolver=to_loopback, options=Options(verify_tls=False))
    assert content(events) == b"secret"
    connection = events[0].connection
    assert (connection.verified, connection.certificate_subject) == (False, f"CN={host}")


def test_an_unknown_authority(authority):
    with upstream(answer(b"secret"), context=authority.context("api.example")) as server:
        url = f"https://api.example:{server.port}/"
        assert failure_code(get(url, resolver=to_loopback)) == "certificate_untrusted"
        assert server.requests == []


def test_to_accept_a_certificate_once_is_not_to_accept_it_again(authority):
    with upstream(answer(b"x"), context=authority.context("other.example")) as server:
        url = f"https://api.example:{server.port}/"
        assert failure_code(get(url, resolver=to_loopback, options=Options(verify_tls=False))) == ""
        assert failure_code(get(url, resolver=to_loopback)) == "certificate_untrusted"


def test_no_tls_at_all():
    with upstream(answer(b"plain"), reads=False) as server:
        assert failure_code(get(f"https://127.0.0.1:{server.port}/")) == "tls_failed"


def test_plain_http_to_a_tls_port(authority):
    with upstream(answer(b"x"), context=authority.context("api.example")) as server:
        assert failure_code(get(f"http://127.0.0.1:{server.port}/")) in {"connection_lost", "malformed_response"}


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_a_server_too_old(authority):
    context = authority.context("api.example", minimum_version=ssl.TLSVersion.TLSv1)
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with upstream(answer(b"x"), context=context) as server:
        events = get(f"https://api.example:{server.port}/", policy=trusting(authority), resolver=to_loopback)
    assert failure_code(events) == "tls_failed"


def test_a_handshake_that_hangs():
    with upstream(30.0, reads=False) as server:
        events = get(f"https://127.0.0.1:{server.port}/", limits=Limits(connect_s=0.3))
    assert failure_code(events) == "connection_timed_out"


def test_stop_during_a_handshake():
    stop = threading.Event()
    with upstream(30.0, reads=False) as server:
        threading.Timer(0.1, stop.set).start()
        assert failure_code(get(f"https://127.0.0.1:{server.port}/", stop=stop)) == "stopped"


def test_the_end_of_a_stream_without_goodbye(authority):
    """Without a length the end of the connection is the end of the content; with one it is truncation."""

    def abrupt(*pieces: bytes):
        def behave(caller) -> None:
            caller.send(*pieces)
            socket.socket(fileno=caller.sock.detach()).close()

        return behave

    for field, code in [(b"", ""), (b"Content-Length: 9\r\n", "truncated_response")]:
        behaviour = abrupt(b"HTTP/1.1 200 OK\r\n" + field + b"\r\nhello")
        with upstream(behaviour=behaviour, context=authority.context("api.example")) as server:
            url = f"https://api.example:{server.port}/"
            events = get(url, policy=trusting(authority), resolver=to_loopback, limits=SMALL)
        assert (failure_code(events), content(events)) == (code, b"hello")


def test_a_redirect_from_https_to_http_leaves_credentials_behind(authority):
    with upstream(answer(b"plain")) as plain:
        location = f"Location: http://api.example:{plain.port}/end"
        with upstream(answer(b"", location, status="302 Found"), context=authority.context("api.example")) as server:
            headers = (Parameter("Authorization", "Bearer s3cret"),)
            prepared = prepare(RequestSpec("GET", f"https://api.example:{server.port}/", headers=headers))
            events = send(prepared, policy=trusting(authority), resolver=to_loopback)
            assert b"s3cret" not in plain.requests[0]
    assert response(events).hops[0].dropped == ("Authorization",)
    assert [event.connection.tls_version for event in events[:2]] == ["TLSv1.3", ""]
