"""What application segments can beyond create, read, update and delete (4.4)."""


def verify(api, check, world):
    segments = api.application_segment
    with check.scenario("application: counts and references"):
        connectors = world.connector_group(check, api)
        servers = world.server_group(check, api, connectors)
        group = world.segment_group(check, api)
        made = check.done(
            "create",
            segments.add_segment(
                name=world.name("Extras"),
                enabled=True,
                domain_names=["extras.example.com"],
                segment_group_id=group.id,
                server_group_ids=[servers.id],
                tcp_port_ranges=["443", "443"],
            ),
            201,
        )
        limit, response, error = segments.get_current_and_max_limit()
        check.done("count and limit", (limit, response, error), 200)
        body = response.get_body()
        check.that(
            "count and limit are text", int(body["currentAppsCount"]) >= 1 and body["maxAppsLimit"] == "6000", body
        )
        counts = check.done("configured count is a bare array", segments.get_application_segment_count(), 200)
        check.that("configured count", counts and all("appsConfigured" in one for one in counts), counts)
        mappings = check.done("mappings are a bare array", segments.get_application_segment_mappings(made.id), 200)
        check.that("mappings name their type", all({"name", "type"} <= set(one) for one in mappings), mappings)
        summary = world.session().get(world.path("application/summary?pagesize=500"), timeout=30)
        check.that("summary holds it", made.id in [one["id"] for one in summary.json()["list"]], summary.text)
        text = check.done("export", segments.application_segment_export({"single": "false"}), 200)
        check.that("export is CSV with its name", made.name in str(text), str(text)[:300])
        by_type = check.done("by type", api.app_segment_by_type.get_segments_by_type("BROWSER_ACCESS"), 200)
        check.equal("no browser access", by_type, [])

    with check.scenario("application: weights"):
        config = check.done("get", segments.get_weighted_lb_config(made.id), 200)
        check.equal("at first", (config.application_id, config.weighted_load_balancing), (made.id, False))
        check.equal(
            "its server groups",
            [(one.id, one.weight, one.passive) for one in config.application_to_server_group_mappings],
            [(servers.id, "0", False)],
        )
        check.done(
            "update",
            segments.update_weighted_lb_config(
                made.id,
                application_id=made.id,
                weighted_load_balancing=True,
                application_to_server_group_mappings=[
                    {"id": servers.id, "name": servers.name, "passive": True, "weight": "20"}
                ],
            ),
            204,
        )
        config = check.done("get", segments.get_weighted_lb_config(made.id))
        check.equal(
            "weights",
            [(one.id, one.weight, one.passive) for one in config.application_to_server_group_mappings],
            [(servers.id, "20", True)],
        )
        read = check.done("get the segment", segments.get_segment(made.id))
        check.equal("the segment says so", read.weighted_load_balancing, True)
        for stranger in ("999999999999999999", "non_existent_id"):
            check.not_found(f"weights of {stranger}", segments.get_weighted_lb_config(stranger))

    with check.scenario("application: multimatch"):
        # the client makes an object of the empty answer and reports its failure: only an error from the server counts
        _, response, error = segments.bulk_update_multimatch(application_ids=[made.id], match_style="INCLUSIVE")
        check.that("bulk update", getattr(error, "status_code", None) is None, error)
        check.equal("style", check.done("get", segments.get_segment(made.id)).match_style, "INCLUSIVE")
        numbers = {"applicationIds": [int(made.id)], "matchStyle": "EXCLUSIVE"}
        answer = world.session().put(world.path("application/bulkUpdateMultiMatch"), json=numbers, timeout=30)
        check.equal("bulk update with numbers, as Go sends them", answer.status_code, 204)
        check.equal("style", check.done("get", segments.get_segment(made.id)).match_style, "EXCLUSIVE")
        references = check.done(
            "unsupported references", segments.get_multimatch_unsupported_references(["extras.example.com"]), 200
        )
        check.that("are a bare array", isinstance(references, list), references)

    with check.scenario("application: move and share"):
        _move_and_share(api, check, world)

    with check.scenario("application: extras, end"):
        check.done("delete", segments.delete_segment(made.id, force_delete=True), 204)
        check.done("delete the server group", api.server_groups.delete_group(servers.id), 204)
        check.done("delete the connector group", api.app_connector_groups.delete_connector_group(connectors.id), 204)
        check.done("delete the segment group", api.segment_groups.delete_group(group.id), 204)


def _move_and_share(api, check, world):
    segments = api.application_segment
    microtenants = [
        check.done(
            "microtenant",
            api.microtenants.add_microtenant(
                name=world.name("Target"),
                enabled=True,
                criteria_attribute="AuthDomain",
                criteria_attribute_values=[domain],
            ),
            201,
        )
        for domain in world.auth_domains[:2]
    ]
    group = world.segment_group(check, api)
    target = check.done(
        "segment group there",
        api.segment_groups.add_group(name=world.name("There"), enabled=True, microtenant_id=microtenants[0].id),
    )
    connectors = check.done("connector group there", _connector_group(api, world, microtenants[0].id))
    servers = check.done(
        "server group there",
        api.server_groups.add_group(
            name=world.name("There"),
            dynamic_discovery=True,
            app_connector_group_ids=[connectors.id],
            microtenant_id=microtenants[0].id,
        ),
    )
    made = check.done(
        "create",
        segments.add_segment(
            name=world.name("Moved"),
            domain_names=["moved.example.com"],
            segment_group_id=group.id,
            tcp_port_ranges=["1", "1"],
        ),
    )
    _succeeds(check, "share", lambda: segments.app_segment_share(made.id, share_to_microtenants=[microtenants[1].id]))
    shared = check.done("get from there", segments.get_segment(made.id, {"microtenant_id": microtenants[1].id}), 200)
    check.equal("is the same", shared.id, made.id)
    check.not_found("get from elsewhere", segments.get_segment(made.id, {"microtenant_id": microtenants[0].id}))
    _succeeds(check, "share with nobody", lambda: segments.app_segment_share(made.id, share_to_microtenants=[]))
    check.not_found("get from there", segments.get_segment(made.id, {"microtenant_id": microtenants[1].id}))
    check.that(
        "share with a microtenant that nobody has",
        segments.app_segment_share(made.id, share_to_microtenants=["999999999999999999"])[2] is not None,
    )
    _succeeds(
        check,
        "move",
        lambda: segments.app_segment_move(
            made.id,
            target_segment_group_id=target.id,
            target_microtenant_id=microtenants[0].id,
            target_server_group_id=servers.id,
        ),
    )
    inside = {"microtenant_id": microtenants[0].id}
    moved = check.done("get after the move", segments.get_segment(made.id, dict(inside)), 200)
    check.equal(
        "where it is now", (moved.segment_group_id, [one.id for one in moved.server_groups]), (target.id, [servers.id])
    )
    check.not_found("it is no longer in Default", segments.get_segment(made.id))
    check.done("delete", segments.delete_segment(made.id, force_delete=True, microtenant_id=microtenants[0].id), 204)
    check.done("delete", api.server_groups.delete_group(servers.id, microtenants[0].id), 204)
    check.done("delete", api.app_connector_groups.delete_connector_group(connectors.id, microtenants[0].id), 204)
    check.done("delete", api.segment_groups.delete_group(target.id, microtenants[0].id), 204)
    check.done("delete", api.segment_groups.delete_group(group.id), 204)
    for microtenant in microtenants:
        check.done("delete the microtenant", api.microtenants.delete_microtenant(microtenant.id), 204)


def _succeeds(check, what, call):
    """After a success these two functions of the client look for a status_code that its own answers do not have."""
    try:
        _, _, error = call()
    except AttributeError as fault:
        error = None if "'status_code'" in str(fault) else fault
    check.that(what, error is None, error)


def _connector_group(api, world, microtenant_id):
    return api.app_connector_groups.add_connector_group(
        name=world.name("There"), latitude="1", longitude="2", location="There", microtenant_id=microtenant_id
    )
