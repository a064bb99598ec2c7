"""Facts and switches of the customer (5.1)."""


def verify(api, check, world):
    with check.scenario("customer"):
        domains, response, error = api.customer_controller.get_auth_domains()
        check.done("auth domains", (domains, response, error), 200)
        check.equal("auth domains", sorted(next(iter(domains.values()))), sorted(world.auth_domains))
    with check.scenario("search domains"):
        _search_domains(api.customer_domain, check)
    with check.scenario("options of single sign-on"):
        _sign_on(api.admin_sso_controller, check)


def _search_domains(domains, check):
    given = [{"domain": "one.example", "capture": True}, {"domain": "two.example", "capture": False}]
    for what, wanted in {"write": given, "write fewer": given[:1], "clear": []}.items():
        _, response, error = domains.add_update_domain("SEARCH_SUFFIX", wanted)
        check.that(what, error is None, error)
        _, response, error = domains.list_domains("SEARCH_SUFFIX")
        if check.that(f"list after {what}", error is None, error):
            seen = [{"domain": one["domain"], "capture": one["capture"]} for one in response.get_body()]
            check.equal(f"what is there after {what}", seen, wanted)
    check.refused("no domain name", domains.add_update_domain("SEARCH_SUFFIX", [{"domain": "no name"}]), 400)


def _sign_on(options, check):
    for only in (True, False):
        _, _, error = options.update_sso_controller(ssologinonly=only)
        check.that(f"write {only}", error is None, error)
        check.equal(f"read {only}", check.done("get", options.get_sso_controller(), 200), {"ssologinonly": only})
    check.refused("neither true nor false", options.update_sso_controller(ssologinonly="perhaps"), 400)
