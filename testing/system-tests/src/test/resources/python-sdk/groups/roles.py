"""Roles (5.4)."""

from lists import refuses_strangers


def verify(api, check, world):
    roles = api.role_controller
    with check.scenario("role"):
        groups = check.done("permission groups", roles.list_permission_groups(), 200)
        check.that("there are permission groups", len(groups) > 0, groups)
        listed = check.done("list", roles.list_roles({"page_size": "500"}), 200)
        check.that("the role 28 is there", "28" in [one.id for one in listed], [one.id for one in listed])
        system = check.done("get the role 28", roles.get_role("28"), 200)
        check.that("has a name", system.name, system)
        check.that("system roles are read-only", roles.update_role("28", name="x")[2] is not None)
        check.that("system roles stay", roles.delete_role("28")[2] is not None)
        permissions = roles.get_role("28")[1].get_body().get("classPermissionGroups", [])
        name = world.name("Role")
        made = check.done(
            "create", roles.add_role(name=name, description="first", classPermissionGroups=permissions), 201
        )
        read = check.done("get", roles.get_role(made.id), 200)
        check.equal("as sent", (read.name, read.description, read.custom_role), (name, "first", True))
        check.equal("permission groups", len(read.class_permission_groups), len(permissions))
        check.done("update", roles.update_role(made.id, name=f"{name} 2"), 204)
        read = check.done("get after the update", roles.get_role(made.id))
        check.equal("name", read.name, f"{name} 2")
        key = check.done(
            "a key with it", api.api_keys.add_api_key(name=world.name("Key"), enabled=True, role_id=made.id), 201
        )
        check.refused("delete while in use", roles.delete_role(made.id), 400, "resource.referenced")
        check.done("delete the key", api.api_keys.delete_api_key(key.id), 204)
        check.done("delete", roles.delete_role(made.id), 204)
        check.not_found("get after delete", roles.get_role(made.id))

    with check.scenario("role: refused"):
        check.refused("without a name", roles.add_role(description="x"), 400, "invalid.resource.argument")
        refuses_strangers(
            check, roles.get_role, lambda stranger: roles.update_role(stranger, name="x"), roles.delete_role
        )
