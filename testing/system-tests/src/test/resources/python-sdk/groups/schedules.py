"""Schedules of the automatic deletion (3.5): one exists from the start."""


def verify(api, check, world):
    with check.scenario("schedule of connectors"):
        client = api.app_connector_schedule
        _schedule(
            check,
            world,
            client.get_connector_schedule,
            client.add_connector_schedule,
            client.update_connector_schedule,
        )
    with check.scenario("schedule of edges"):
        client = api.service_edge_schedule
        _schedule(
            check,
            world,
            client.get_service_edge_schedule,
            lambda **schedule: client.add_service_edge_schedule(schedule),
            lambda identity, **schedule: client.update_service_edge_schedule(identity, schedule),
        )


def _schedule(check, world, get, add, update):
    whose = {"customer_id": world.customer_id, "frequency": "days"}
    first = check.done("get", get(), 200)
    check.that("has an id", first.id, first)
    check.equal(
        "starts disabled, five days", (first.enabled, first.frequency, first.frequency_interval), (False, "days", "5")
    )
    check.refused(
        "create while one exists (T switches to an update on it)",
        add(frequency_interval="7", enabled=True, delete_disabled=True, **whose),
        400,
        "resource.already.exist",
    )
    for interval in ("5", "7", "14", "30", "60", "90", 14):
        check.done(
            f"update to {interval!r}",
            update(first.id, frequency_interval=interval, enabled=True, delete_disabled=True, **whose),
            204,
        )
        read = check.done("get", get())
        check.equal(
            "interval is text",
            (read.frequency_interval, read.enabled, read.delete_disabled),
            (str(interval), True, True),
        )
    check.equal("still the same schedule", read.id, first.id)
    check.refused("four days", update(first.id, frequency_interval="4", enabled=True, **whose), 400)
    check.refused("weeks", update(first.id, **{**whose, "frequency": "weeks"}, frequency_interval="5"), 400)
    check.not_found("an id that nobody has", update("999999999999999999", frequency_interval="5", **whose))
    check.not_found("what is no id", update("non_existent_id", frequency_interval="5", **whose))
    check.done("disable", update(first.id, frequency_interval="5", enabled=False, delete_disabled=False, **whose), 204)
