"""
Lets a client that only knows ZPA's own addresses reach a Breakwater, without a hosts entry and without root:

    python front.py http://127.0.0.1:8081 DIRECTORY

An HTTPS proxy on a free port of this machine that ends every connection itself, with certificates of a private CA, and hands what comes
to that Breakwater. Writes DIRECTORY/ca.pem, prints its own address and serves until it is stopped. Then, for the client:

    HTTPS_PROXY=http://127.0.0.1:PORT SSL_CERT_FILE=DIRECTORY/ca.pem REQUESTS_CA_BUNDLE=DIRECTORY/ca.pem

For tests and trials. In production put a TLS server with a certificate of your own in front, and a DNS name.
"""

import datetime
import pathlib
import socket
import socketserver
import ssl
import sys
import threading
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HOSTS = (
    "config.private.zscaler.com",
    "config.zpabeta.net",
    "config.zpatwo.net",
    "config.zpagov.net",
    "config.zpagov.us",
    "api.zsapi.net",
    "local.zslogin.net",
)


class Front(socketserver.ThreadingTCPServer):
    """The proxy; serve_forever() makes it work. {directory}/ca.pem is the CA that its clients must trust."""

    daemon_threads = True

    def __init__(self, target, directory):
        directory.mkdir(parents=True, exist_ok=True)
        self.target = urlsplit(target)
        self.context = _certificates(directory)
        super().__init__(("127.0.0.1", 0), _Connection)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        print(f"{client_address}: {sys.exc_info()[1]}", file=sys.stderr)


class _Connection(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline(1000).split()
        while self.rfile.readline(10_000).strip():
            pass
        if len(line) < 2 or line[0] != b"CONNECT":
            self.wfile.write(b"HTTP/1.1 405 Only CONNECT\r\nContent-Length: 0\r\n\r\n")
            return
        self.wfile.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        target = (self.server.target.hostname, self.server.target.port or 80)
        with self.server.context.wrap_socket(self.request, server_side=True) as client:
            with socket.create_connection(target) as server:
                back = threading.Thread(target=_copy, args=(server, client), daemon=True)
                back.start()
                _copy(client, server)
                back.join()


def _copy(source, sink):
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # either side may leave at any time


def _certificates(directory):
    """A new CA and one certificate for all of the hosts; the CA's key is forgotten."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Breakwater trial CA")])
    authority = (
        _certificate(issuer, issuer, authority_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    names = x509.SubjectAlternativeName([x509.DNSName(host) for host in HOSTS])
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOSTS[0])])
    certificate = (
        _certificate(subject, issuer, key.public_key())
        .add_extension(names, critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (directory / "ca.pem").write_bytes(authority.public_bytes(pem))
    chain = directory / "front.pem"
    chain.touch(mode=0o600)
    chain.write_bytes(secret + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return context


def _certificate(subject, issuer, key):
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=7))
    )


if __name__ == "__main__":
    with Front(sys.argv[1], pathlib.Path(sys.argv[2])) as front:
        print(front.url, flush=True)
        front.serve_forever()
