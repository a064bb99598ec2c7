"""Provisioning keys (3.6): visible only under their type."""

from lists import looks_up, pages, refuses_strangers


def verify(api, check, world):
    for kind in ("connector", "service_edge"):
        with check.scenario(f"provisioning key: {kind}"):
            _lifecycle(api, check, world, kind)
    with check.scenario("provisioning key: refused"):
        _refusals(api, check, world)


def _lifecycle(api, check, world, kind):
    keys = api.provisioning
    other = "service_edge" if kind == "connector" else "connector"
    group = world.connector_group(check, api) if kind == "connector" else world.edge_group(check, api)
    certificate_name = "Connector" if kind == "connector" else "Service Edge"
    certificate = world.certificate_id(api, certificate_name)
    name = world.name("Key Of Agents")
    made = check.done(
        "create",
        keys.add_provisioning_key(
            kind, name=name, max_usage="2", enrollment_cert_id=certificate, component_id=group.id
        ),
        200,
    )
    check.that("create gives the key's text", made.provisioning_key, made)
    read = check.done("get", keys.get_provisioning_key(made.id, kind), 200)
    check.equal("the text stays the same", read.provisioning_key, made.provisioning_key)
    check.equal("usage", (read.max_usage, read.usage_count), ("2", "0"))
    check.equal(
        "names of what it refers to", (read.zcomponent_name, read.enrollment_cert_name), (group.name, certificate_name)
    )
    check.equal("enabled by default", read.enabled, True)
    check.done("update the name only", keys.update_provisioning_key(made.id, kind, name=f"{name} 2"), 204)
    read = check.done("get after the update", keys.get_provisioning_key(made.id, kind))
    check.equal(
        "name changed, the rest stays", (read.name, read.max_usage, read.zcomponent_id), (f"{name} 2", "2", group.id)
    )
    check.done("update maxUsage", keys.update_provisioning_key(made.id, kind, max_usage=10), 204)
    read = check.done("get after the update", keys.get_provisioning_key(made.id, kind))
    check.equal("maxUsage is text", read.max_usage, "10")
    looks_up(check, lambda query: keys.list_provisioning_keys(kind, query), f"{name} 2", made.id)

    check.not_found("get under the other type", keys.get_provisioning_key(made.id, other))
    found = check.done("search under the other type", keys.list_provisioning_keys(other, {"search": f"{name} 2"}))
    check.equal("search under the other type finds nothing", found, [])
    check.not_found("delete under the other type", keys.delete_provisioning_key(made.id, other))
    path = f"associationType/{made_type(kind)}/zcomponent/{group.id}/provisioningKey"
    of_group = world.session().get(world.path(path), timeout=30)
    check.equal("the keys of a group are a bare array", [one["id"] for one in of_group.json()], [made.id])
    misspelt = keys.get_provisioning_key_by_zcomponent(group.id, kind)
    check.that("the client's misspelt path is refused or answered, never a 5xx", _status(misspelt) < 500, misspelt)
    if kind == "connector":
        check.refused(
            "delete the group while in use",
            api.app_connector_groups.delete_connector_group(group.id),
            400,
            "resource.referenced",
        )
    check.done("delete", keys.delete_provisioning_key(made.id, kind), 204)
    check.not_found("get after delete", keys.get_provisioning_key(made.id, kind))

    many = [
        check.done(
            "create",
            keys.add_provisioning_key(
                kind, name=f"Many Keys {number}", max_usage=1, enrollment_cert_id=certificate, component_id=group.id
            ),
        ).id
        for number in range(3)
    ]
    pages(check, lambda query: keys.list_provisioning_keys(kind, query), many, "Many Keys")
    for identity in many:
        check.done("delete", keys.delete_provisioning_key(identity, kind), 204)
    if kind == "connector":
        check.done("delete the group", api.app_connector_groups.delete_connector_group(group.id), 204)
    else:
        check.done("delete the group", api.service_edge_group.delete_service_edge_group(group.id), 204)


def _refusals(api, check, world):
    keys = api.provisioning
    group = world.connector_group(check, api)
    edge_group = world.edge_group(check, api)
    good = {
        "name": "Refused Key",
        "max_usage": "1",
        "enrollment_cert_id": world.certificate_id(api, "Connector"),
        "component_id": group.id,
    }
    for what, change in {
        "without a name": {"name": ""},
        "maxUsage 0": {"max_usage": "0"},
        "maxUsage that is no number": {"max_usage": "many"},
        "a certificate that nobody has": {"enrollment_cert_id": "999999999"},
        "a group that nobody has": {"component_id": "999999999999999999"},
        "a group of the other type": {"component_id": edge_group.id},
    }.items():
        check.refused(what, keys.add_provisioning_key("connector", **{**good, **change}), 400)
    refuses_strangers(
        check,
        lambda stranger: keys.get_provisioning_key(stranger, "connector"),
        lambda stranger: keys.update_provisioning_key(stranger, "connector", name="x"),
        lambda stranger: keys.delete_provisioning_key(stranger, "connector"),
    )
    unknown = world.session().get(world.path("associationType/NO_SUCH_GRP/provisioningKey"), timeout=30)
    check.that("a type that does not exist", unknown.status_code in (400, 404), unknown.status_code)
    check.done("delete the group", api.app_connector_groups.delete_connector_group(group.id), 204)
    check.done("delete the edge group", api.service_edge_group.delete_service_edge_group(edge_group.id), 204)


def made_type(kind):
    return "CONNECTOR_GRP" if kind == "connector" else "SERVICE_EDGE_GRP"


def _status(answer):
    return getattr(answer[2], "status_code", 200)
