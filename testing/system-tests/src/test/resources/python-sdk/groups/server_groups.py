"""Server groups (4.2)."""

from lists import looks_up, pages


def verify(api, check, world):
    groups = api.server_groups
    with check.scenario("server group with discovery"):
        connectors = world.connector_group(check, api)
        name = world.name("Group Of Servers")
        made = check.done(
            "create",
            groups.add_group(
                name=name, description="first", dynamic_discovery=True, app_connector_group_ids=[connectors.id]
            ),
            201,
        )
        read = check.done("get", groups.get_group(made.id), 200)
        check.equal("as sent", (read.name, read.description, read.dynamic_discovery), (name, "first", True))
        check.equal("enabled by default is false (R)", read.enabled, False)
        check.equal(
            "connector groups",
            [(one.id, one.name) for one in read.app_connector_groups],
            [(connectors.id, connectors.name)],
        )
        # the client reads the group, merges and sends all of it back, nulls and empty lists too
        check.done("update the name only", groups.update_group(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", groups.get_group(made.id))
        check.equal("name", read.name, f"{name} 2")
        check.equal("connector groups stay", [one.id for one in read.app_connector_groups], [connectors.id])
        looks_up(check, groups.list_groups, f"{name} 2", made.id)

        segments = world.segment_group(check, api)
        application = check.done(
            "application that uses it",
            api.application_segment.add_segment(
                name=world.name("App"),
                domain_names=["sg.example.com"],
                segment_group_id=segments.id,
                server_group_ids=[made.id],
                tcp_port_ranges=["443", "443"],
            ),
            201,
        )
        read = check.done("get while in use", groups.get_group(made.id))
        check.equal("its applications", [one.id for one in read.applications], [application.id])
        check.done("update while in use", groups.update_group(made.id, description="second"), 204)
        read = check.done("get after that", groups.get_group(made.id))
        check.equal("does not detach applications", [one.id for one in read.applications], [application.id])
        check.refused("delete while in use", groups.delete_group(made.id), 400, "resource.referenced")
        check.done(
            "delete the application", api.application_segment.delete_segment(application.id, force_delete=True), 204
        )
        check.done("delete", groups.delete_group(made.id), 204)
        check.not_found("get after delete", groups.get_group(made.id))
        check.done("delete the segment group", api.segment_groups.delete_group(segments.id), 204)
        check.done("delete the connector group", api.app_connector_groups.delete_connector_group(connectors.id), 204)

    with check.scenario("server group with servers"):
        connectors = world.connector_group(check, api)
        server = check.done(
            "server", api.servers.add_server(name=world.name("Server"), address="10.3.0.1", enabled=True)
        )
        other = check.done(
            "server", api.servers.add_server(name=world.name("Server"), address="10.3.0.2", enabled=True)
        )
        made = check.done(
            "create",
            groups.add_group(
                name=world.name("Static"),
                enabled=True,
                dynamic_discovery=False,
                server_ids=[server.id],
                app_connector_group_ids=[connectors.id],
            ),
            201,
        )
        _, response, _ = groups.get_group(made.id)
        check.equal("its servers", [one["id"] for one in response.get_body().get("servers", [])], [server.id])
        check.refused("delete a server in use", api.servers.delete_server(server.id), 400, "resource.referenced")
        check.done("other servers", groups.update_group(made.id, server_ids=[other.id]), 204)
        _, response, _ = groups.get_group(made.id)
        check.equal("its servers", [one["id"] for one in response.get_body().get("servers", [])], [other.id])
        check.done("delete the first server", api.servers.delete_server(server.id), 204)
        check.done("clear the connector groups", groups.update_group(made.id, app_connector_group_ids=[]), 204)
        read = check.done("get", groups.get_group(made.id))
        check.equal("no connector groups", read.app_connector_groups, [])
        check.done("delete", groups.delete_group(made.id), 204)
        check.done("delete the server", api.servers.delete_server(other.id), 204)

        many = [
            check.done("create", groups.add_group(name=f"Many Server Groups {number}", dynamic_discovery=True)).id
            for number in range(3)
        ]
        pages(check, groups.list_groups, many, "Many Server Groups")
        for identity in many:
            check.done("delete", groups.delete_group(identity), 204)
        check.done("delete the connector group", api.app_connector_groups.delete_connector_group(connectors.id), 204)

    with check.scenario("server group: refused"):
        invalid = "invalid.resource.argument"
        check.refused("without a name", groups.add_group(dynamic_discovery=True), 400, invalid)
        check.refused("static without servers", groups.add_group(name="x", dynamic_discovery=False), 400, invalid)
        check.refused(
            "a connector group that nobody has",
            groups.add_group(name="x", dynamic_discovery=True, app_connector_group_ids=["999999999999999999"]),
            400,
            invalid,
        )
        check.refused(
            "text where a list belongs",
            groups.add_group(name="x", dynamic_discovery=True, appConnectorGroups="all"),
            400,
        )
        # update_group of the client reads the group first: its error is a text, not an error object
        for stranger in ("999999999999999999", "non_existent_id"):
            check.not_found(f"get {stranger}", groups.get_group(stranger))
            check.not_found(f"delete {stranger}", groups.delete_group(stranger))
            _, _, error = groups.update_group(stranger, name="x")
            check.that(f"update {stranger}", "resource.not.found" in str(error), error)
