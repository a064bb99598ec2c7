"""App Connectors (3.2): they come into being by enrolling; listed, edited and deleted here."""

from lists import looks_up, pages, refuses_strangers


def verify(api, check, world):
    connectors = api.app_connectors
    with check.scenario("connector"):
        group = world.connector_group(check, api)
        key = world.key(check, api, "connector", group, uses=5)
        names = [f"Many Agents {number}" for number in range(5)]
        for name in names:
            answer = world.enrol(key.provisioning_key, name)
            check.equal(f"enrol {name}", answer.status_code, 201)
        beyond = world.enrol(key.provisioning_key, "one too many")
        check.equal(
            "a used-up key (2.9)",
            (beyond.status_code, beyond.json().get("id") or beyond.json().get("code")),
            (400, "nonce.usage.exceeded"),
        )
        listed = check.done("list", connectors.list_connectors({"search": "name+STARTSWITH+Many Agents"}), 200)
        check.equal("all are there", sorted(one.name for one in listed), names)
        first = listed[0]
        pages(check, connectors.list_connectors, [one.id for one in listed], "Many Agents")
        read = check.done("get", connectors.get_connector(first.id), 200)
        check.equal("group", (read.app_connector_group_id, read.app_connector_group_name), (group.id, group.name))
        check.equal("key", (read.provisioning_key_id, read.provisioning_key_name), (key.id, key.name))
        check.equal("enabled", read.enabled, True)
        check.equal("platform", read.platform, "el9")
        check.that("control channel", str(read.control_channel_status).startswith("ZPN_STATUS_"), read)
        name = "Renamed Agent Of Tests"
        check.done("update", connectors.update_connector(first.id, name=name, description="d", enabled=False), 204)
        read = check.done("get after the update", connectors.get_connector(first.id))
        check.equal("what is writable changed", (read.name, read.description, read.enabled), (name, "d", False))
        looks_up(check, connectors.list_connectors, name, first.id)
        in_group = check.done("get the group", api.app_connector_groups.get_connector_group(group.id))
        check.equal("the group holds them", len(in_group.connectors), 5)
        check.refused(
            "delete the group while in use",
            api.app_connector_groups.delete_connector_group(group.id),
            400,
            "resource.referenced",
        )
        used = check.done("get the key", api.provisioning.get_provisioning_key(key.id, "connector"))
        check.equal("the key counts", used.usage_count, "5")

        check.done("delete", connectors.delete_connector(first.id), 204)
        check.not_found("get after delete", connectors.get_connector(first.id))
        rest = [one.id for one in listed[1:]]
        check.done(
            "bulk delete, with an id that nobody has",
            connectors.bulk_delete_connectors([*rest, "999999999999999999"]),
            200,
        )
        left = check.done("list", connectors.list_connectors({"search": "name+STARTSWITH+Many Agents"}))
        check.equal("none is left", left, [])
        check.done("delete the key", api.provisioning.delete_provisioning_key(key.id, "connector"), 204)
        check.done("delete the group", api.app_connector_groups.delete_connector_group(group.id), 204)

    with check.scenario("connector: refused"):
        refuses_strangers(
            check,
            connectors.get_connector,
            lambda stranger: connectors.update_connector(stranger, name="x"),
            connectors.delete_connector,
        )
