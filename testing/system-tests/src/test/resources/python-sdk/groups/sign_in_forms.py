"""Sign-in (section 1): both forms, both types of expires_in, refusals, tokens bound to a tenant."""

import base64
import json
import time

import requests


def verify(api, check, world):
    secret = {"client_id": world.client_id, "client_secret": world.client_secret}
    grant = {"grant_type": "client_credentials", "audience": "https://api.zscaler.com"}
    with check.scenario("sign-in"):
        legacy = _post(world, "/signin", secret)
        check.equal("legacy", (legacy.status_code, legacy.json().get("token_type")), (200, "Bearer"))
        check.that(
            "legacy: expires_in is text (Go fails on a number)",
            isinstance(legacy.json()["expires_in"], str),
            legacy.text,
        )
        oneapi = _post(world, "/oauth2/v1/token", {**grant, **secret})
        check.that(
            "OneAPI: expires_in is a number (Python adds to it)",
            isinstance(oneapi.json()["expires_in"], int),
            oneapi.text,
        )
        basic = requests.post(
            f"{world.base}/oauth2/v1/token", data=grant, auth=(world.client_id, world.client_secret), timeout=30
        )
        check.equal("OneAPI with HTTP Basic", basic.status_code, 200)
        for what, answer in {"legacy": legacy, "OneAPI": oneapi}.items():
            parts = answer.json()["access_token"].split(".")
            payload = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
            check.equal(f"{what}: looks like a JWT", len(parts), 3)
            check.that(f"{what}: lives longer than a run", payload["exp"] - time.time() > 1800, payload)
        out = requests.post(f"{world.base}/signout", headers=_bearer(legacy), timeout=30)
        check.equal("sign-out", out.status_code, 200)
        check.that(
            "an empty 200 has no JSON type (2.8)", "json" not in out.headers.get("Content-Type", ""), out.headers
        )

    with check.scenario("sign-in: refused"):
        for what, form in {
            "wrong secret": {**secret, "client_secret": "wrong"},
            "unknown client": {**secret, "client_id": "999"},
            "nothing": {},
        }.items():
            for path, more in {"/signin": {}, "/oauth2/v1/token": grant}.items():
                answer = _post(world, path, {**more, **form})
                check.that(
                    f"{path} with {what}", answer.status_code in (400, 401), f"{answer.status_code} {answer.text}"
                )
                check.that(f"{path} with {what}: JSON", isinstance(answer.json(), dict), answer.text)
        for what, headers in {
            "no token": {},
            "nonsense for a token": {"Authorization": "Bearer nonsense"},
            "a token that we did not sign": {"Authorization": f"Bearer {_forged(legacy_token(world))}"},
        }.items():
            answer = requests.get(world.path("server"), headers=headers, timeout=30)
            check.equal(f"{what}", answer.status_code, 401)
            check.that(f"{what}: JSON", "application/json" in answer.headers.get("Content-Type", ""), answer.headers)
        other = world.path("server").replace(world.customer_id, "100000000000000001")
        answer = requests.get(other, headers={"Authorization": f"Bearer {legacy_token(world)}"}, timeout=30)
        check.that("another customer's path", answer.status_code in (401, 403, 404), answer.status_code)


def legacy_token(world):
    form = {"client_id": world.client_id, "client_secret": world.client_secret}
    return _post(world, "/signin", form).json()["access_token"]


def _post(world, path, form):
    return requests.post(f"{world.base}{path}", data=form, timeout=30)


def _bearer(answer):
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def _forged(token):
    head, payload, signature = token.split(".")
    return ".".join((head, payload, signature[::-1]))
