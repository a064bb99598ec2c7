"""API keys (5.5): the secret comes once, and the key signs in."""

import requests

from lists import pages, refuses_strangers


def verify(api, check, world):
    keys = api.api_keys
    with check.scenario("API key"):
        name = world.name("API Key")
        made = check.done(
            "create", keys.add_api_key(name=name, enabled=True, role_id="28", token_expiry_time_in_sec="3600"), 201
        )
        check.that("create shows id and secret", made.client_id and made.client_secret, made)
        read = check.done("get", keys.get_api_key(made.id), 200)
        check.equal(
            "as sent",
            (read.name, read.enabled, read.role_id, read.token_expiry_time_in_sec),
            (name, True, "28", "3600"),
        )
        check.equal("get shows no secret", read.client_secret, None)
        check.equal("the client id stays", read.client_id, made.client_id)
        client = world.make_client(world.base, world.customer_id, made.client_id, made.client_secret).zpa
        check.done("the key signs in and reads", client.segment_groups.list_groups(), 200)
        check.done("update", keys.update_api_key(made.id, name=f"{name} 2", enabled=False, role_id="28"), 204)
        read = check.done("get after the update", keys.get_api_key(made.id))
        check.equal("changed", (read.name, read.enabled), (f"{name} 2", False))
        _refuses_sign_in(check, world, "a disabled key", made)
        check.done("update back", keys.update_api_key(made.id, enabled=True), 204)
        check.done("delete", keys.delete_api_key(made.id), 204)
        check.not_found("get after delete", keys.get_api_key(made.id))
        _refuses_sign_in(check, world, "a deleted key", made)

    with check.scenario("API key: many"):
        made = [
            check.done("create", keys.add_api_key(name=f"Many API Keys {number}", enabled=True, role_id="28")).id
            for number in range(3)
        ]
        pages(check, keys.list_api_keys, made, "Many API Keys")
        for identity in made:
            check.done("delete", keys.delete_api_key(identity), 204)

    with check.scenario("API key: refused"):
        check.refused("without a name", keys.add_api_key(role_id="28"), 400, "invalid.resource.argument")
        check.refused("without a role", keys.add_api_key(name="x"), 400, "invalid.resource.argument")
        check.refused("a role that nobody has", keys.add_api_key(name="x", role_id="999999999"), 400)
        check.refused("too long a life", keys.add_api_key(name="x", role_id="28", token_expiry_time_in_sec="3601"), 400)
        refuses_strangers(
            check, keys.get_api_key, lambda stranger: keys.update_api_key(stranger, name="x"), keys.delete_api_key
        )


def _refuses_sign_in(check, world, what, key):
    form = {"client_id": key.client_id, "client_secret": key.client_secret}
    answer = requests.post(f"{world.base}/signin", data=form, timeout=30)
    check.equal(f"{what} does not sign in", answer.status_code, 401)
