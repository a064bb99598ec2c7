"""Private Service Edge groups (3.3)."""

from lists import looks_up, pages, refuses_strangers
from world import PLACE


def verify(api, check, world):
    groups = api.service_edge_group
    with check.scenario("edge group"):
        name = world.name("Group Of Edges")
        made = check.done(
            "create",
            groups.add_service_edge_group(
                name=name,
                description="first",
                enabled=True,
                is_public="TRUE",
                grace_distance_enabled=True,
                grace_distance_value="10",
                grace_distance_value_unit="MILES",
                use_in_dr_mode=True,
                **PLACE,
            ),
            201,
        )
        read = check.done("get", groups.get_service_edge_group(made.id), 200)
        check.equal("name", read.name, name)
        check.equal("public is text", read.is_public, "TRUE")
        check.equal("distance is a decimal", float(read.grace_distance_value), 10.0)
        check.equal("DR flag", read.use_in_dr_mode, True)
        check.equal("microtenant of the default one is absent", read.microtenant_id, None)
        check.done("update the name only", groups.update_service_edge_group(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", groups.get_service_edge_group(made.id))
        check.equal("new name", read.name, f"{name} 2")
        check.equal(
            "everything else stays (2.11)",
            (read.description, read.is_public, read.location, read.latitude),
            ("first", "TRUE", "San Jose, CA, USA", "37.33874"),
        )
        looks_up(check, groups.list_service_edge_groups, f"{name} 2", made.id)
        check.done("delete", groups.delete_service_edge_group(made.id), 204)
        check.not_found("get after delete", groups.get_service_edge_group(made.id))

    with check.scenario("edge group: defaults"):
        few = {key: PLACE[key] for key in ("latitude", "longitude", "location")}
        made = check.done("create", groups.add_service_edge_group(name=world.name("Edges"), **few), 201)
        read = check.done("get", groups.get_service_edge_group(made.id))
        check.equal("isPublic", read.is_public, "FALSE")
        check.equal("overrideVersionProfile", read.override_version_profile, True)
        check.equal("upgrade", (read.upgrade_day, read.upgrade_time_in_secs), ("SUNDAY", "66600"))
        check.done("delete", groups.delete_service_edge_group(made.id), 204)

    with check.scenario("edge group: many"):
        made = [
            check.done("create", groups.add_service_edge_group(name=f"Many Edges {number}", **PLACE)).id
            for number in range(5)
        ]
        pages(check, groups.list_service_edge_groups, made, "Many Edges")
        for identity in made:
            check.done("delete", groups.delete_service_edge_group(identity), 204)

    with check.scenario("edge group: refused"):
        check.refused("without a name", groups.add_service_edge_group(**PLACE), 400, "invalid.resource.argument")
        check.refused(
            "grace without a distance",
            groups.add_service_edge_group(name="x", grace_distance_enabled=True, **PLACE),
            400,
        )
        check.refused(
            "too far",
            groups.add_service_edge_group(
                name="x",
                grace_distance_enabled=True,
                grace_distance_value="25001",
                grace_distance_value_unit="MILES",
                **PLACE,
            ),
            400,
        )
        check.refused("isPublic PERHAPS", groups.add_service_edge_group(name="x", is_public="PERHAPS", **PLACE), 400)
        refuses_strangers(
            check,
            groups.get_service_edge_group,
            lambda stranger: groups.update_service_edge_group(stranger, name="x"),
            groups.delete_service_edge_group,
        )
