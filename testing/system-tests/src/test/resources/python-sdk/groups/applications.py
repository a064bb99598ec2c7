"""Application segments (4.4): create, read, update, ports, rules."""

from lists import looks_up, pages, refuses_strangers


def verify(api, check, world):
    with check.scenario("application"):
        _lifecycle(api, check, world)
    with check.scenario("application: ports"):
        _ports(api, check, world)
    with check.scenario("application: many"):
        _many(api, check, world)
    with check.scenario("application: refused"):
        _refusals(api, check, world)


def _lifecycle(api, check, world):
    segments = api.application_segment
    connectors = world.connector_group(check, api)
    servers = world.server_group(check, api, connectors)
    group = world.segment_group(check, api)
    name = world.name("Application")
    made = check.done(
        "create",
        segments.add_segment(
            name=name,
            description="first",
            enabled=True,
            domain_names=["app.example.com", "*.wild.example.com"],
            segment_group_id=group.id,
            server_group_ids=[servers.id],
            tcp_port_ranges=["9001", "9001"],
            udp_port_range=[{"from": "53", "to": "54"}],
            icmp_access_type="PING",
            tcp_keep_alive="1",
            use_in_dr_mode=True,
        ),
        201,
    )
    read = check.done("get", segments.get_segment(made.id), 200)
    check.equal("as sent", (read.name, read.description, read.enabled), (name, "first", True))
    check.equal("domains in their order", read.domain_names, ["app.example.com", "*.wild.example.com"])
    check.equal("segment group", (read.segment_group_id, read.segment_group_name), (group.id, group.name))
    check.equal("server groups", [one.id for one in read.server_groups], [servers.id])
    check.equal("choices", (read.icmp_access_type, read.tcp_keep_alive), ("PING", "1"))
    check.equal(
        "defaults",
        (read.bypass_type, read.health_check_type, read.health_reporting, read.match_style, read.is_cname_enabled),
        ("NEVER", "DEFAULT", "ON_ACCESS", "EXCLUSIVE", True),
    )
    check.equal(
        "DR without a DR connector group is incomplete",
        (read.use_in_dr_mode, read.is_incomplete_dr_config),
        (True, True),
    )
    check.done(
        "designate the connector group",
        api.app_connector_groups.update_connector_group(connectors.id, use_in_dr_mode=True),
        204,
    )
    read = check.done("get", segments.get_segment(made.id))
    check.equal("now it is complete", read.is_incomplete_dr_config, False)
    check.equal("microtenant of the default one is absent", read.microtenant_id, None)

    check.done("update", segments.update_segment(made.id, name=f"{name} 2", tcp_port_ranges=["9002", "9002"]), 204)
    read = check.done("get after the update", segments.get_segment(made.id))
    check.equal("name and ports changed", (read.name, read.tcp_port_ranges), (f"{name} 2", ["9002", "9002"]))
    check.equal(
        "the rest stays",
        (read.domain_names, read.segment_group_id),
        (["app.example.com", "*.wild.example.com"], group.id),
    )
    check.equal("server groups stay", [one.id for one in read.server_groups], [servers.id])
    check.that("the client sends [] for the ports that it does not set", not read.udp_port_ranges, read.udp_port_ranges)
    looks_up(check, segments.list_segments, f"{name} 2", made.id)
    check.done(
        "detach the server groups",
        segments.update_segment(made.id, server_group_ids=[], tcp_port_ranges=["1", "2"]),
        204,
    )
    read = check.done("get", segments.get_segment(made.id))
    check.equal("no server groups", read.server_groups, [])
    check.done("delete", segments.delete_segment(made.id, force_delete=True), 204)
    check.not_found("get after delete", segments.get_segment(made.id))
    check.done("delete the server group", api.server_groups.delete_group(servers.id), 204)
    check.done("delete the connector group", api.app_connector_groups.delete_connector_group(connectors.id), 204)
    check.done("delete the segment group", api.segment_groups.delete_group(group.id), 204)


def _ports(api, check, world):
    segments = api.application_segment
    group = world.segment_group(check, api)
    structured = [{"from": "80", "to": "90"}, {"from": "443", "to": "443"}]
    flat = ["80", "90", "443", "443"]
    for what, body in {"structured": {"tcp_port_range": structured}, "flat": {"tcp_port_ranges": flat}}.items():
        made = check.done(
            f"create with {what} ports",
            segments.add_segment(
                name=world.name("Ports"), domain_names=["p.example.com"], segment_group_id=group.id, **body
            ),
            201,
        )
        _, response, _ = segments.get_segment(made.id)
        wire = response.get_body()
        check.equal(f"{what} in, flat out", wire.get("tcpPortRanges"), flat)
        check.equal(f"{what} in, structured out", wire.get("tcpPortRange"), structured)
        check.that(
            "a protocol without ports has neither shape",
            not wire.get("udpPortRange") and not wire.get("udpPortRanges"),
            wire,
        )
        if what == "structured":
            check.equal("create answers the flat pairs too (G)", made.tcp_port_ranges, flat)
        check.done(
            "ports as numbers",
            segments.update_segment(made.id, udp_port_ranges=[53, 53], tcp_port_range=[{"from": 8, "to": 9}]),
            204,
        )
        _, response, _ = segments.get_segment(made.id)
        wire = response.get_body()
        check.equal(
            "text comes back",
            (wire.get("udpPortRanges"), wire.get("tcpPortRange")),
            (["53", "53"], [{"from": "8", "to": "9"}]),
        )
        check.done("delete", segments.delete_segment(made.id), 204)
    made = check.done(
        "create",
        segments.add_segment(
            name=world.name("Ports"),
            domain_names=["p.example.com"],
            segment_group_id=group.id,
            tcp_port_ranges=["1", "1"],
        ),
    )
    both = {"tcpPortRanges": ["1", "1"], "tcpPortRange": [{"from": "7", "to": "8"}]}
    answer = world.session().put(world.path(f"application/{made.id}"), json=both, timeout=30)
    check.equal("old flat with new structured ports, as Go sends them", answer.status_code, 204)
    read = check.done("get", segments.get_segment(made.id))
    check.equal("the structured ones win", read.tcp_port_ranges, ["7", "8"])
    check.done("delete", segments.delete_segment(made.id), 204)
    check.done("delete the segment group", api.segment_groups.delete_group(group.id), 204)


def _many(api, check, world):
    segments = api.application_segment
    group = world.segment_group(check, api)
    made = [
        check.done(
            "create",
            segments.add_segment(
                name=f"Many Applications {number}",
                domain_names=[f"many{number}.example.com"],
                segment_group_id=group.id,
                tcp_port_ranges=["443", "443"],
            ),
        ).id
        for number in range(5)
    ]
    pages(check, segments.list_segments, made, "Many Applications")
    for identity in made:
        check.done("delete", segments.delete_segment(identity), 204)
    check.done("delete the segment group", api.segment_groups.delete_group(group.id), 204)


def _refusals(api, check, world):
    segments = api.application_segment
    group = world.segment_group(check, api)
    good = {"name": "Refused App", "domain_names": ["r.example.com"], "segment_group_id": group.id}
    for what, change in {
        "without a name": {"name": None},
        "without domains": {"domain_names": []},
        "a domain that is none": {"domain_names": ["no domain"]},
        "a wildcard inside, EXCLUSIVE": {"domain_names": ["a*.example.com"]},
        "without a segment group": {"segment_group_id": None},
        "a segment group that nobody has": {"segment_group_id": "999999999999999999"},
        "a server group that nobody has": {"server_group_ids": ["999999999999999999"]},
        "port 0": {"tcp_port_ranges": ["0", "1"]},
        "port 65536": {"tcp_port_ranges": ["1", "65536"]},
        "reversed ports": {"tcp_port_ranges": ["20", "10"]},
        "an odd number of ports": {"tcp_port_ranges": ["20"]},
        "ports that are no numbers": {"udp_port_range": [{"from": "dns", "to": "53"}]},
        "bypassType MAYBE": {"bypass_type": "MAYBE"},
        "INCLUSIVE with continuous health": {"match_style": "INCLUSIVE", "health_reporting": "CONTINUOUS"},
        "INCLUSIVE with double encryption": {"match_style": "INCLUSIVE", "double_encrypt": True},
        "closest connector with UDP": {"select_connector_close_to_app": True, "udp_port_ranges": ["53", "53"]},
        "both protections": {"adp_enabled": True, "auto_app_protect_enabled": True},
    }.items():
        check.refused(what, segments.add_segment(**{**good, **change}), 400, "invalid.resource.argument")
    refuses_strangers(
        check,
        segments.get_segment,
        lambda stranger: segments.update_segment(stranger, name="x"),
        segments.delete_segment,
    )
    check.done("delete the segment group", api.segment_groups.delete_group(group.id), 204)
