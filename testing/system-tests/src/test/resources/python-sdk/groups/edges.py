"""Private Service Edges (3.4). The client gives bare values here: the object, a status number, or None for any error."""


def verify(api, check, world):
    edges = api.service_edges
    with check.scenario("service edge"):
        group = world.edge_group(check, api)
        key = world.key(check, api, "service_edge", group)
        names = [f"Many Service Edges {number}" for number in range(3)]
        for name in names:
            check.equal(f"enrol {name}", world.enrol(key.provisioning_key, name).status_code, 201)
        listed = check.done("list", edges.list_service_edges({"search": "name+STARTSWITH+Many Service"}), 200)
        check.equal("all are there", sorted(one.name for one in listed), names)
        first = listed[0]
        read = edges.get_service_edge(first.id)
        check.that("get gives the object", read is not None and read.id == first.id, read)
        check.equal("group", (read.service_edge_group_id, read.service_edge_group_name), (group.id, group.name))
        check.done("update", edges.update_service_edge(first.id, name="Renamed Edge", enabled=False), 204)
        read = edges.get_service_edge(first.id)
        check.equal("what is writable changed", (read.name, read.enabled), ("Renamed Edge", False))
        found = check.done("search in other case", edges.list_service_edges({"search": "renamed EDGE"}))
        check.equal("finds it", [one.id for one in found], [first.id])
        in_group = check.done("get the group", api.service_edge_group.get_service_edge_group(group.id))
        check.equal("the group holds them", len(in_group.service_edges), 3)
        check.refused(
            "delete the group while in use",
            api.service_edge_group.delete_service_edge_group(group.id),
            400,
            "resource.referenced",
        )
        check.equal("delete gives the status", edges.delete_service_edge(first.id), 204)
        check.equal("get after delete gives nothing", edges.get_service_edge(first.id), None)
        rest = [one.id for one in listed[1:]]
        check.equal("bulk delete gives the status", edges.bulk_delete_service_edges(rest), 200)
        check.done("delete the key", api.provisioning.delete_provisioning_key(key.id, "service_edge"), 204)
        check.done("delete the group", api.service_edge_group.delete_service_edge_group(group.id), 204)

    with check.scenario("service edge: refused"):
        check.equal("get of an id that nobody has", edges.get_service_edge("999999999999999999"), None)
        check.equal("delete of an id that nobody has", edges.delete_service_edge("999999999999999999"), None)
        check.not_found("update of an id that nobody has", edges.update_service_edge("999999999999999999", name="x"))
        check.not_found("update of what is no id", edges.update_service_edge("non_existent_id", name="x"))
