"""OneAPI sign-in with a key instead of a secret (1.3). The API key's own field publicKey says which."""

import pathlib
import tempfile
import time

import sign_in
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def verify(api, check, world):
    keys = api.api_keys
    with check.scenario("sign-in with a key"):
        private, public = _pair(2048)
        made = check.done(
            "create", keys.add_api_key(name=world.name("Key"), enabled=True, role_id="28", public_key=public), 201
        )
        shown = keys.get_api_key(made.id)[1].get_body().get("publicKey", "")
        check.equal("the public key is shown", shown.strip(), public.strip())
        _signs_in(check, world, made, "the key in the configuration", private)
        with tempfile.TemporaryDirectory() as directory:
            file = pathlib.Path(directory, "key.pem")
            file.write_text(private, encoding="ascii")
            _await_next_second()
            _signs_in(check, world, made, "the key in a file", str(file))
        secret = world.make_client(world.base, world.customer_id, made.client_id, made.client_secret).zpa
        check.done("the secret still signs in", secret.segment_groups.list_groups(), 200)
        _refused(check, world, made, "another key", _pair(2048)[0])
        check.done("rotate", keys.update_api_key(made.id, role_id="28", public_key=_pair(3072)[1]), 204)
        _refused(check, world, made, "the key of before", private)
        check.done("take it away", keys.update_api_key(made.id, role_id="28", public_key=""), 204)
        _refused(check, world, made, "a key that was taken away", private)
        check.done("delete", keys.delete_api_key(made.id), 204)

    with check.scenario("sign-in with a key: refused"):
        for what, key in {
            "a key of 1024 bits": _pair(1024)[1],
            "a private key": private,
            "no key": "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        }.items():
            check.refused(what, keys.add_api_key(name="x", role_id="28", public_key=key), 400)


def _signs_in(check, world, key, what, private):
    client = sign_in.oneapi_with_key(world.base, world.customer_id, key.client_id, private).zpa
    check.done(f"{what} signs in and reads", client.segment_groups.list_groups(), 200)


def _await_next_second():
    """The client's assertion has no jti: two of one second are the same text, and each counts once."""
    second = int(time.time())
    while int(time.time()) == second:
        time.sleep(0.05)


def _refused(check, world, key, what, private):
    try:
        client = sign_in.oneapi_with_key(world.base, world.customer_id, key.client_id, private).zpa
        seen = client.segment_groups.list_groups()
        error = seen[2]
    except Exception as failure:  # the client raises what the sign-in answers, without a class of its own
        error = seen = failure
    check.that(f"{what} is refused", error is not None and "401" in str(error), seen)


def _pair(bits):
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()
