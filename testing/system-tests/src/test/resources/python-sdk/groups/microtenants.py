"""Microtenants (5.2), and what a request scoped to one sees (2.7)."""

from world import PLACE


def verify(api, check, world):
    with check.scenario("microtenant"):
        _lifecycle(api, check, world)
    with check.scenario("microtenant: scope"):
        _scope(api, check, world)
    with check.scenario("microtenant: refused"):
        _refusals(api, check, world)


def _make(api, check, world, domain, **more):
    return check.done(
        "create",
        api.microtenants.add_microtenant(
            name=world.name("Microtenant"),
            enabled=True,
            criteria_attribute="AuthDomain",
            criteria_attribute_values=[domain],
            **more,
        ),
        201,
    )


def _lifecycle(api, check, world):
    microtenants = api.microtenants
    domains = check.done("auth domains", api.customer_controller.get_auth_domains(), 200)
    domain = domains["authDomains"][0] if "authDomains" in domains else domains["auth_domains"][0]
    check.that("at least one auth domain", domain in world.auth_domains, domains)
    name = world.name("Microtenant")
    made, response, error = microtenants.add_microtenant(
        name=name,
        description="first",
        enabled=True,
        criteria_attribute="AuthDomain",
        criteria_attribute_values=[domain],
    )
    check.done("create", (made, response, error), 201)
    user = response.get_body().get("user", {})
    check.that(
        "create shows the first administrator, once", user.get("username") and user.get("password"), sorted(user)
    )
    read = check.done("get", microtenants.get_microtenant(made.id), 200)
    check.equal("as sent", (read.name, read.description, read.enabled), (name, "first", True))
    check.equal(
        "criteria",
        (read.criteria_attribute, read.criteria_attribute_values, read.operator),
        ("AuthDomain", [domain], "OR"),
    )
    again = microtenants.get_microtenant(made.id)[1].get_body()
    check.that("get does not show the administrator", "user" not in again, sorted(again))
    # the client sends ?microtenantId={id} here because of its argument's name: the key must not change the meaning
    check.done("update", microtenants.update_microtenant(made.id, name=f"{name} 2", description="second"), 204)
    read = check.done("get after the update", microtenants.get_microtenant(made.id))
    check.equal(
        "changed, the rest stays",
        (read.name, read.description, read.criteria_attribute_values),
        (f"{name} 2", "second", [domain]),
    )
    listed = check.done("list", microtenants.list_microtenants({"page_size": "500"}), 200)
    check.that("list begins with the Default one", ("0", "Default") in [(one.id, one.name) for one in listed], listed)
    check.that("list holds it", made.id in [one.id for one in listed], listed)
    found = check.done("search in other case", microtenants.list_microtenants({"search": f"{name} 2".upper()}))
    check.equal("search in other case finds it", [one.id for one in found], [made.id])
    summary = check.done("summary is a bare array", microtenants.get_microtenant_summary())
    check.that("summary holds both", {"0", made.id} <= {one.id for one in summary}, summary)
    for what, filters in {
        "equal": [{"filter_name": "name", "operator": "EQ", "values": [f"{name} 2"]}],
        "like": [{"filter_name": "name", "operator": "LIKE", "values": [name[3:]]}],
    }.items():
        _, response, error = microtenants.get_microtenant_search(
            filter_by=filters, page_by={"page": 1, "page_size": 20}, sort_by={"sort_name": "name", "sort_order": "ASC"}
        )
        if check.that(f"search with a body, {what}", error is None, error):
            found = [one["id"] for one in response.get_body()["list"]]
            check.equal(f"search with a body, {what}, finds it", found, [made.id])
    check.done("delete", microtenants.delete_microtenant(made.id), 204)
    check.not_found("get after delete", microtenants.get_microtenant(made.id))
    remade = _make(api, check, world, domain)
    check.done("its domain is free again", microtenants.delete_microtenant(remade.id), 204)


def _scope(api, check, world):
    first = _make(api, check, world, world.auth_domains[0])
    second = _make(api, check, world, world.auth_domains[1])
    inside = {"microtenant_id": first.id}
    made = check.done(
        "create a server inside", api.servers.add_server(name=world.name("Inside"), address="10.9.0.1", **inside), 201
    )
    outside = check.done(
        "create a server in Default", api.servers.add_server(name=world.name("Outside"), address="10.9.0.2"), 201
    )
    _, response, _ = api.servers.get_server(made.id, dict(inside))
    body = response.get_body() if response else {}
    check.equal(
        "get inside names the microtenant",
        (body.get("microtenantId"), body.get("microtenantName")),
        (first.id, first.name),
    )
    for what, scope in {"Default": {}, "the other": {"microtenant_id": second.id}}.items():
        check.not_found(f"get from {what}", api.servers.get_server(made.id, dict(scope)))
        listed = check.done(f"list from {what}", api.servers.list_servers({"page_size": "500", **scope}))
        check.that(f"list from {what} leaves it out", made.id not in [one.id for one in listed], listed)
        check.not_found(f"update from {what}", api.servers.update_server(made.id, name="x", **scope))
        check.not_found(f"delete from {what}", api.servers.delete_server(made.id, **scope))
    listed = check.done("list inside", api.servers.list_servers({"page_size": "500", **inside}))
    check.equal("list inside holds it alone", [one.id for one in listed], [made.id])
    check.not_found("a Default object from inside", api.servers.get_server(outside.id, dict(inside)))
    check.refused(
        "an association across microtenants",
        api.server_groups.add_group(name="x", dynamic_discovery=False, server_ids=[outside.id], **inside),
        400,
        "invalid.resource.argument",
    )
    same = check.done(
        "the same name in both", api.servers.add_server(name=world.name("Same"), address="10.9.0.3", **inside), 201
    )
    check.done("delete it", api.servers.delete_server(same.id, **inside), 204)
    check.refused("delete a microtenant with objects", api.microtenants.delete_microtenant(first.id), 400)

    scoped = world.make_client(world.base, world.customer_id, world.client_id, world.client_secret, first.id).zpa
    listed = check.done("list with the client's own scope", scoped.servers.list_servers())
    check.equal("sees the same", [one.id for one in listed], [made.id])
    group = check.done(
        "create with the client's own scope",
        scoped.app_connector_groups.add_connector_group(name="Scoped", **PLACE),
        201,
    )
    check.not_found("is not in Default", api.app_connector_groups.get_connector_group(group.id))
    check.done("delete with the client's own scope", scoped.app_connector_groups.delete_connector_group(group.id), 204)
    nowhere = {"microtenant_id": "999999999999999999"}
    check.that("a microtenant that nobody has", api.servers.list_servers(dict(nowhere))[2] is not None)

    check.done("delete inside", api.servers.delete_server(made.id, first.id), 204)
    check.done("delete outside", api.servers.delete_server(outside.id), 204)
    for microtenant in (first, second):
        check.done("delete the microtenant", api.microtenants.delete_microtenant(microtenant.id), 204)


def _refusals(api, check, world):
    microtenants = api.microtenants
    good = {"enabled": True, "criteria_attribute": "AuthDomain"}
    check.refused(
        "a domain of nobody",
        microtenants.add_microtenant(name="x", criteria_attribute_values=["nobody.example.org"], **good),
        400,
        "domains.does.not.belong.to.customer",
    )
    made = _make(api, check, world, world.auth_domains[0])
    check.refused(
        "a domain of another one",
        microtenants.add_microtenant(name="x", criteria_attribute_values=[world.auth_domains[0]], **good),
        400,
        "domains.already.exists.in.other.microtenant",
    )
    check.refused(
        "without a name",
        microtenants.add_microtenant(criteria_attribute_values=[world.auth_domains[1]], **good),
        400,
        "invalid.resource.argument",
    )
    check.refused("without domains", microtenants.add_microtenant(name="x", criteria_attribute_values=[], **good), 400)
    check.refused(
        "another attribute",
        microtenants.add_microtenant(name="x", criteria_attribute="Colour", criteria_attribute_values=["red"]),
        400,
    )
    for stranger in ("999999999999999999", "non_existent_id"):
        check.not_found(f"get {stranger}", microtenants.get_microtenant(stranger))
        check.not_found(f"update {stranger}", microtenants.update_microtenant(stranger, name="x"))
        check.not_found(f"delete {stranger}", microtenants.delete_microtenant(stranger))
    check.that("delete the Default one is refused", microtenants.delete_microtenant("0")[2] is not None)
    check.done("delete", microtenants.delete_microtenant(made.id), 204)
