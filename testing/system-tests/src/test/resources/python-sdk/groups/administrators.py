"""Administrators (5.3). Passwords go in and never come out."""

from lists import refuses_strangers

PASSWORD = "Correct-Horse-7!"


def verify(api, check, world):
    administrators = api.administrator_controller
    domain = world.auth_domains[0]
    with check.scenario("administrator"):
        username = f"jane.doe{abs(hash(world.name('x'))) % 10**6}@{domain}"
        made, response, error = administrators.add_administrator(
            username=username,
            display_name="Jane Doe",
            email=username,
            phone_number="4085551234",
            password=PASSWORD,
            role_id="28",
            force_pwd_change=False,
            is_enabled=True,
            comments="first",
            eula="0",
        )
        check.done("create", (made, response, error), 201)
        check.that("create shows no password", "password" not in response.get_body(), sorted(response.get_body()))
        read, response, error = administrators.get_administrator(made.id)
        check.done("get", (read, response, error), 200)
        body = response.get_body()
        check.that("get shows no password", PASSWORD not in str(body) and "password" not in body, sorted(body))
        check.equal(
            "as sent",
            (read.username, read.display_name, read.email, read.comments),
            (username, "Jane Doe", username, "first"),
        )
        check.equal("role", body.get("roleId"), "28")
        check.equal("flags", (read.is_enabled, read.force_pwd_change), (True, False))
        check.done(
            "update", administrators.update_administrator(made.id, display_name="Jane Roe", is_enabled=False), 204
        )
        read = check.done("get after the update", administrators.get_administrator(made.id))
        check.equal(
            "changed, the rest stays",
            (read.display_name, read.is_enabled, read.username),
            ("Jane Roe", False, username),
        )
        listed = check.done("list", administrators.list_administrators({"page_size": "500"}), 200)
        check.that("list holds it", made.id in [one.id for one in listed])
        check.that("a new tenant has an administrator", len(listed) > 1, len(listed))
        check.done("delete", administrators.delete_administrator(made.id), 204)
        check.not_found("get after delete", administrators.get_administrator(made.id))

    with check.scenario("administrator: pages"):
        made = [
            check.done(
                "create",
                administrators.add_administrator(
                    username=f"page{number}@{domain}",
                    display_name="Page",
                    email=f"page{number}@{domain}",
                    password=PASSWORD,
                    role_id="28",
                ),
            ).id
            for number in range(3)
        ]
        first, response, error = administrators.list_administrators({"page_size": "2"})
        check.done("first page", (first, response, error), 200)
        seen = [one.id for one in first]
        while response.has_next():
            page, response, error = response.next()
            seen += [one["id"] for one in page]
        check.that("the pages hold all", set(made) <= set(seen) and len(seen) == len(set(seen)), seen)
        for identity in made:
            check.done("delete", administrators.delete_administrator(identity), 204)

    with check.scenario("administrator: refused"):
        good = {
            "username": f"good@{domain}",
            "display_name": "Good",
            "email": f"good@{domain}",
            "password": PASSWORD,
            "role_id": "28",
        }
        for what, change in {
            "a username outside the auth domains": {"username": "x@nobody.example.org"},
            "a username that is no address": {"username": "jane"},
            "a short password": {"password": "Ab1!"},
            "a password without a digit": {"password": "Correct-Horse!"},
            "a role that nobody has": {"role_id": "999999999"},
            "nine digits of a telephone": {"phone_number": "123456789"},
        }.items():
            check.refused(what, administrators.add_administrator(**{**good, **change}), 400)
        made = check.done("create", administrators.add_administrator(**good))
        _, _, error = administrators.add_administrator(**{**good, "username": good["username"].upper()})
        check.equal("the same username in capital letters", getattr(error, "status_code", None), 400)
        check.done("delete", administrators.delete_administrator(made.id), 204)
        refuses_strangers(
            check,
            administrators.get_administrator,
            lambda stranger: administrators.update_administrator(stranger, display_name="x"),
            administrators.delete_administrator,
        )
