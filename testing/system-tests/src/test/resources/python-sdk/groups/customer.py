"""Facts of the customer (5.1)."""


def verify(api, check, world):
    with check.scenario("customer"):
        domains, response, error = api.customer_controller.get_auth_domains()
        check.done("auth domains", (domains, response, error), 200)
        check.equal("auth domains", sorted(next(iter(domains.values()))), sorted(world.auth_domains))


def more(api, check, world):
    with check.scenario("search domains"):
        _, response, error = api.customer_domain.list_domains("SEARCH_SUFFIX")
        check.done("list", (None, response, error), 200)
    with check.scenario("options of single sign-on"):
        options = check.done("get", api.admin_sso_controller.get_sso_controller(), 200)
        check.equal("not only by single sign-on", list(options.values()), [False])
