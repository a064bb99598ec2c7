"""Trusted networks (3.9): listed under version 2, read under version 1. No client makes them; Breakwater lets them be made."""

from lists import pages
from world import PLACE


def verify(api, check, world):
    networks = api.trusted_networks
    session = world.session()
    with check.scenario("trusted network"):
        made = [
            session.post(
                world.path("network"),
                json={"name": f"Many Networks {number} (zscalerthree.net)", "zscalerCloud": "zscalerthree.net"},
                timeout=30,
            ).json()["id"]
            for number in range(3)
        ]
        pages(check, networks.list_trusted_networks, made, "Many Networks")
        read = check.done("get", networks.get_network(made[1]), 200)
        check.equal(
            "as sent", (read.name, read.zscaler_cloud), ("Many Networks 1 (zscalerthree.net)", "zscalerthree.net")
        )
        check.that("has an id for its users", read.network_id, read)
        for what, name in {
            "the whole name": read.name,
            "capital letters": read.name.upper(),
            "without the cloud, as Go does": "Many Networks 1",
        }.items():
            found = check.done(f"search {what}", networks.list_trusted_networks({"search": name}))
            check.equal(f"search {what} finds it", [one.id for one in found], [made[1]])
        for stranger in ("999999999999999999", "non_existent_id"):
            check.not_found(f"get {stranger}", networks.get_network(stranger))

        groups = api.service_edge_group
        group = check.done(
            "edge group with it",
            groups.add_service_edge_group(name=world.name("Trusting"), trustedNetworks=[{"id": made[1]}], **PLACE),
            201,
        )
        _, response, error = groups.get_service_edge_group(group.id)
        check.done("get the group", (None, response, error), 200)
        shown = response.get_body()["trustedNetworks"]
        check.equal("shows it", [(one["id"], one["name"]) for one in shown], [(made[1], read.name)])
        check.done("update the group's name", groups.update_service_edge_group(group.id, name=f"{group.name} 2"), 204)
        check.equal("it stays", len(groups.get_service_edge_group(group.id)[1].get_body()["trustedNetworks"]), 1)
        check.done("clear", groups.update_service_edge_group(group.id, trustedNetworks=[]), 204)
        cleared = groups.get_service_edge_group(group.id)[1].get_body().get("trustedNetworks", [])
        check.equal("it is gone", cleared, [])
        check.refused(
            "one that nobody has",
            groups.update_service_edge_group(group.id, trustedNetworks=[{"id": "999999999999999999"}]),
            400,
            "invalid.resource.argument",
        )
        check.done("delete the group", groups.delete_service_edge_group(group.id), 204)
        for identity in made:
            check.equal("delete", session.delete(world.path(f"network/{identity}"), timeout=30).status_code, 204)
