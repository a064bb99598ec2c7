"""App Connector groups (3.1)."""

from lists import looks_up, pages, refuses_strangers
from world import PLACE


def verify(api, check, world):
    groups = api.app_connector_groups
    with check.scenario("connector group"):
        name = world.name("Group Of Connectors")
        made = check.done(
            "create",
            groups.add_connector_group(
                name=name,
                description="first",
                enabled=True,
                version_profile_name="Default",
                dns_query_type="IPV4_IPV6",
                pra_enabled=True,
                tcp_quick_ack_app=True,
                tcp_quick_ack_assistant=True,
                tcp_quick_ack_read_assistant=True,
                **PLACE,
            ),
            201,
        )
        check.that("create gives an id", made.id, made)
        read = check.done("get", groups.get_connector_group(made.id), 200)
        check.equal("name", read.name, name)
        check.equal("coordinates as they were sent", (read.latitude, read.longitude), ("37.33874", "-121.8852525"))
        check.equal("country from the position or absent", read.country_code in (None, "US"), True)
        check.equal("quick ack", read.tcp_quick_ack_read_assistant, True)
        check.equal("microtenant of the default one is absent", read.microtenant_id, None)
        check.equal("microtenant's name", read.microtenant_name, "Default")

        check.done("update the name only", groups.update_connector_group(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", groups.get_connector_group(made.id))
        check.equal("new name", read.name, f"{name} 2")
        check.equal("description stays (2.11)", read.description, "first")
        check.equal("location stays", read.location, "San Jose, CA, USA")
        check.equal("flags stay", (read.enabled, read.pra_enabled), (True, True))
        check.done("empty text clears", groups.update_connector_group(made.id, description=""), 204)
        read = check.done("get after clearing", groups.get_connector_group(made.id))
        check.that("description is gone", not read.description, read.description)

        looks_up(check, groups.list_connector_groups, f"{name} 2", made.id)
        listed = check.done("list", groups.list_connector_groups({"search": f"{name} 2"}))
        check.equal("a list's entry is as full as a get (T reads it)", listed[0].location, "San Jose, CA, USA")
        summary = check.done("summary", groups.list_connector_groups_summary({"page_size": "500"}), 200)
        check.that("summary holds it", (made.id, f"{name} 2") in [(one.id, one.name) for one in summary])

        servers = check.done(
            "server group that uses it",
            api.server_groups.add_group(
                name=world.name("Server Group"), dynamic_discovery=True, app_connector_group_ids=[made.id]
            ),
            201,
        )
        with_servers = check.done("get with server groups", groups.get_connector_group_sg(made.id), 200)
        check.equal("its server groups", [one["id"] for one in with_servers.server_groups], [servers.id])
        check.refused("delete while in use", groups.delete_connector_group(made.id), 400, "resource.referenced")
        check.done("delete the server group", api.server_groups.delete_group(servers.id), 204)
        check.done("delete", groups.delete_connector_group(made.id), 204)
        check.not_found("get after delete", groups.get_connector_group(made.id))

    with check.scenario("connector group: many"):
        made = [
            check.done("create", groups.add_connector_group(name=f"Many Connectors {number}", **PLACE)).id
            for number in range(5)
        ]
        pages(check, groups.list_connector_groups, made, "Many Connectors")
        for identity in made:
            check.done("delete", groups.delete_connector_group(identity), 204)

    with check.scenario("connector group: refused"):
        invalid = "invalid.resource.argument"
        check.refused("without a name", groups.add_connector_group(**PLACE), 400, invalid)
        check.refused(
            "latitude 95", groups.add_connector_group(**{**PLACE, "name": "x", "latitude": "95"}), 400, invalid
        )
        check.refused(
            "uneven quick ack (section 9)",
            groups.add_connector_group(name="x", tcp_quick_ack_app=True, **PLACE),
            400,
            invalid,
        )
        check.refused(
            "unknown day", groups.add_connector_group(**{**PLACE, "name": "x", "upgrade_day": "FREITAG"}), 400
        )
        check.refused("text for a flag", groups.add_connector_group(name="x", enabled="perhaps", **PLACE), 400)
        check.refused("an object for a name", groups.add_connector_group(name={"a": 1}, **PLACE), 400)
        check.refused(
            "dcHostingInfo too long", groups.add_connector_group(name="x", dc_hosting_info="x" * 65, **PLACE), 400
        )
        first = check.done("create", groups.add_connector_group(name="Same Name", **PLACE))
        _, _, error = groups.add_connector_group(name="sAME nAME", **PLACE)
        check.equal("the same name in other case: a 400, never a 409", getattr(error, "status_code", None), 400)
        check.done(
            "numbers for numbers as text", groups.update_connector_group(first.id, latitude=48.5, longitude=9), 204
        )
        read = check.done("get", groups.get_connector_group(first.id))
        check.equal("and text comes back", (read.latitude, read.longitude), ("48.5", "9"))
        check.done("flag as text", groups.update_connector_group(first.id, enabled="false"), 204)
        check.equal("is a flag", check.done("get", groups.get_connector_group(first.id)).enabled, False)
        check.done("delete", groups.delete_connector_group(first.id), 204)
        refuses_strangers(
            check,
            groups.get_connector_group,
            lambda stranger: groups.update_connector_group(stranger, name="x"),
            groups.delete_connector_group,
        )
