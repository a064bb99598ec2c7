"""Segment groups (4.3), both versions."""

from lists import looks_up, pages, refuses_strangers


def verify(api, check, world):
    groups = api.segment_groups
    with check.scenario("segment group"):
        name = world.name("Group Of Segments")
        made = check.done("create", groups.add_group(name=name, description="first", enabled=True), 201)
        read = check.done("get", groups.get_group(made.id), 200)
        check.equal("as sent", (read.name, read.description, read.enabled), (name, "first", True))
        check.equal("defaults", (read.config_space, read.tcp_keep_alive_enabled), ("DEFAULT", "0"))
        check.equal("no applications", read.applications, [])
        check.done("update the name only", groups.update_group(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", groups.get_group(made.id))
        check.equal("name changed, enabled stays", (read.name, read.enabled), (f"{name} 2", True))
        check.that("description is cleared (2.11)", not read.description, read.description)
        check.done("update, version 2", groups.update_group_v2(made.id, name=f"{name} 3", description="third"), 204)
        read = check.done("get after the update", groups.get_group(made.id))
        check.equal("changed", (read.name, read.description), (f"{name} 3", "third"))
        looks_up(check, groups.list_groups, f"{name} 3", made.id)

        application = check.done(
            "application in it",
            api.application_segment.add_segment(
                name=world.name("App"),
                domain_names=["seg.example.com"],
                segment_group_id=made.id,
                tcp_port_ranges=["80", "80"],
                enabled=True,
            ),
            201,
        )
        read = check.done("get with applications", groups.get_group(made.id))
        check.equal("its applications", [one.id for one in read.applications], [application.id])
        check.refused("delete while in use", groups.delete_group(made.id), 400, "resource.referenced")
        other = world.segment_group(check, api)
        check.done(
            "move the application, version 2", groups.update_group_v2(other.id, added_apps=[application.id]), 204
        )
        read = check.done("get the other", groups.get_group(other.id))
        check.equal("it is there now", [one.id for one in read.applications], [application.id])
        check.refused(
            "version 2 with an application that nobody has",
            groups.update_group_v2(other.id, added_apps=["999999999999999999"]),
            400,
            "invalid.resource.argument",
        )
        check.done("delete", groups.delete_group(made.id), 204)
        check.not_found("get after delete", groups.get_group(made.id))
        check.done("delete the application", api.application_segment.delete_segment(application.id), 204)
        check.done("delete the other", groups.delete_group(other.id), 204)

    with check.scenario("segment group: many"):
        made = [
            check.done("create", groups.add_group(name=f"Many Segment Groups {number}", enabled=True)).id
            for number in range(5)
        ]
        pages(check, groups.list_groups, made, "Many Segment Groups")
        for identity in made:
            check.done("delete", groups.delete_group(identity), 204)

    with check.scenario("segment group: refused"):
        check.refused("without a name", groups.add_group(enabled=True), 400, "invalid.resource.argument")
        check.refused("an empty name", groups.add_group(name=" ", enabled=True), 400, "invalid.resource.argument")
        check.refused("enabled 7", groups.add_group(name="x", enabled=7), 400)
        check.refused("keep-alive 2", groups.add_group(name="x", tcp_keep_alive_enabled="2"), 400)
        refuses_strangers(
            check, groups.get_group, lambda stranger: groups.update_group(stranger, name="x"), groups.delete_group
        )
        check.not_found("version 2 of one that nobody has", groups.update_group_v2("999999999999999999", name="x"))
