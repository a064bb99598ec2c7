"""Trusted networks (3.9): listed under version 2, read under version 1."""


def verify(api, check, world):
    networks = api.trusted_networks
    with check.scenario("trusted network"):
        listed = check.done("list", networks.list_trusted_networks(), 200)
        for one in listed:
            read = check.done("get", networks.get_network(one.id), 200)
            check.equal("the same", (read.name, read.network_id), (one.name, one.network_id))
            found = check.done("search", networks.list_trusted_networks({"search": one.name}))
            check.equal("search finds it", [other.id for other in found], [one.id])
            bare = one.name.rsplit(" (", 1)[0]
            found = check.done("search without the cloud, as Go does", networks.list_trusted_networks({"search": bare}))
            check.that("search without the cloud finds it", one.id in [other.id for other in found], found)
        for stranger in ("999999999999999999", "non_existent_id"):
            check.not_found(f"get {stranger}", networks.get_network(stranger))
