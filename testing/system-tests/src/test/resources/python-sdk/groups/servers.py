"""Servers (4.1)."""

from lists import looks_up, pages, refuses_strangers


def verify(api, check, world):
    servers = api.servers
    with check.scenario("server"):
        name = world.name("Server")
        made = check.done(
            "create", servers.add_server(name=name, description="first", address="10.0.0.1", enabled=True), 201
        )
        read = check.done("get", servers.get_server(made.id), 200)
        check.equal(
            "as sent", (read.name, read.description, read.address, read.enabled), (name, "first", "10.0.0.1", True)
        )
        check.equal("configSpace", read.config_space, "DEFAULT")
        check.done("update the name only", servers.update_server(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", servers.get_server(made.id))
        check.equal(
            "name changed, the rest stays", (read.name, read.address, read.enabled), (f"{name} 2", "10.0.0.1", True)
        )
        check.that("description is cleared (2.11)", not read.description, read.description)
        check.done("update the address", servers.update_server(made.id, address="app.example.com"), 204)
        check.equal("address", check.done("get", servers.get_server(made.id)).address, "app.example.com")
        looks_up(check, servers.list_servers, f"{name} 2", made.id)
        summary = check.done("summary", servers.list_servers_summary({"page_size": "500"}), 200)
        check.that("summary holds it", (made.id, f"{name} 2") in [(one.id, one.name) for one in summary])
        check.done("delete", servers.delete_server(made.id), 204)
        check.not_found("get after delete", servers.get_server(made.id))
        check.not_found("delete again", servers.delete_server(made.id))

    with check.scenario("server: names that clients change on their way"):
        name = "A & B (test) <c> ; 100%_! + d"
        made = check.done("create", servers.add_server(name=name, address="10.0.0.9"), 201)
        check.equal("enabled is false when absent", check.done("get", servers.get_server(made.id)).enabled, False)
        check.equal("the name is stored as it came", check.done("get", servers.get_server(made.id)).name, name)
        # the Go client removes such characters from what it looks for (2.5)
        found = check.done("search without them", servers.list_servers({"search": "A  B test c  100_  d"}))
        check.equal("search without them finds it", [one.id for one in found], [made.id])
        check.done("delete", servers.delete_server(made.id), 204)
        foreign = check.done(
            "create in other scripts", servers.add_server(name="שרת שלום Ωμέγα", address="10.0.0.8"), 201
        )
        found = check.done("search them", servers.list_servers({"search": "שרת שלום Ωμέγα"}))
        check.equal("search in other scripts finds it", [one.id for one in found], [foreign.id])
        check.done("delete", servers.delete_server(foreign.id), 204)

    with check.scenario("server: many"):
        made = [
            check.done("create", servers.add_server(name=f"Many Servers {number}", address=f"10.1.0.{number}")).id
            for number in range(7)
        ]
        pages(check, servers.list_servers, made, "Many Servers")
        by_address = check.done("search by address", servers.list_servers({"search": "address+EQ+10.1.0.3"}))
        check.equal("search by address finds one", [one.id for one in by_address], [made[3]])
        both = check.done(
            "search by two fields",
            servers.list_servers({"search": "name+STARTSWITH+Many Servers AND address+EQ+10.1.0.4"}),
        )
        check.equal("search by two fields finds one", [one.id for one in both], [made[4]])
        off = check.done(
            "search by a flag", servers.list_servers({"search": "enabled+EQ+false AND name+EQ+Many Servers 1"})
        )
        check.equal("search by a flag finds one", [one.id for one in off], [made[1]])
        for identity in made:
            check.done("delete", servers.delete_server(identity), 204)

    with check.scenario("server: refused"):
        invalid = "invalid.resource.argument"
        check.refused("without a name", servers.add_server(address="10.0.0.1"), 400, invalid)
        check.refused("without an address", servers.add_server(name="x"), 400, invalid)
        check.refused("no address", servers.add_server(name="x", address="not an address"), 400, invalid)
        check.refused("a list for an address", servers.add_server(name="x", address=["10.0.0.1"]), 400)
        check.refused("NUL in a name", servers.add_server(name="a\u0000b", address="10.0.0.1"), 400)
        check.refused("a name of 5,000 characters", servers.add_server(name="x" * 5000, address="10.0.0.1"), 400)
        check.refused(
            "configSpace ELSEWHERE", servers.add_server(name="x", address="10.0.0.1", config_space="ELSEWHERE"), 400
        )
        refuses_strangers(
            check,
            servers.get_server,
            lambda stranger: servers.update_server(stranger, name="x"),
            servers.delete_server,
        )
