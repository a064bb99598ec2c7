"""What the other clients and people send, which the Python client never does: spellings, prefixes, bodies, headers, nonsense."""

JSON = "application/json;charset=utf-8"


def verify(api, check, world):
    session = world.session()
    with check.scenario("wire: spellings of a search (2.5)"):
        _searches(check, world, session)
    with check.scenario("wire: paging and sorting (2.4, 2.6)"):
        _paging(check, world, session)
    with check.scenario("wire: bodies (1.6, 2.2, 2.12)"):
        _bodies(check, world, session)
    with check.scenario("wire: refusals (2.8, 2.9)"):
        _refusals(check, world, session)


def _make(world, session, name):
    answer = session.post(world.path("server"), json={"name": name, "address": "10.7.0.1", "enabled": True}, timeout=30)
    return answer.json()["id"]


def _searches(check, world, session):
    identity = _make(world, session, "Spelt In Many Ways")
    for who, search in {
        "Python, Go OneAPI": "name%2BEQ%2BSpelt+In+Many+Ways",
        "Go legacy": "name%2BEQ%2BSpelt%20In%20Many%20Ways",
        "documentation": "name%20EQ%20Spelt%20In%20Many%20Ways",
        "encoded twice": "name%252BEQ%252BSpelt%2BIn%2BMany%2BWays",
        "plus signs": "name+EQ+spelt+in+many+WAYS",
        "LIKE": "name+LIKE+in+many",
        "no operator": "elt%20in%20man",
        "two criteria": "name+EQ+Spelt+In+Many+Ways+AND+address+EQ+10.7.0.1",
        "NQ": "name+NQ+x+AND+name+STARTSWITH+Spelt+In",
    }.items():
        answer = session.get(f"{world.path('server')}?search={search}", timeout=30)
        check.equal(f"{who}: finds it", [one["id"] for one in answer.json().get("list", [])], [identity])
    for prefix in ("/zpa", ""):
        path = f"{world.base}{prefix}/mgmtconfig/v1/admin/customers/{world.customer_id}/server/{identity}"
        check.equal(f"prefix {prefix!r}", session.get(path, timeout=30).status_code, 200)
    for what, search in {
        "a field that does not exist": "colour+EQ+red",
        "a flag that is none": "enabled+EQ+perhaps",
        "an operator that does not fit": "enabled+GT+true",
    }.items():
        answer = session.get(f"{world.path('server')}?search={search}", timeout=30)
        check.equal(
            f"{what}: refused", (answer.status_code, answer.json().get("id")), (400, "invalid.resource.argument")
        )
    for what, search in {
        "SQL": "name+EQ+x'%20OR%20'1'='1",
        "wildcards": "name+LIKE+%25_%25",
        "NUL": "name+EQ+a%00b",
        "an empty value": "name+EQ+",
        "half an encoding": "name%2BEQ%2B%25zz",
    }.items():
        answer = session.get(f"{world.path('server')}?search={search}", timeout=30)
        found = [one["id"] for one in answer.json().get("list", [])]
        check.that(f"{what}: finds nothing or is refused", answer.status_code in (200, 400) and not found, answer.text)
    session.delete(world.path(f"server/{identity}"), timeout=30)


def _paging(check, world, session):
    made = [_make(world, session, f"Paged {letter}") for letter in "cab"]
    list_of = f"{world.path('server')}?search=name+STARTSWITH+Paged"
    first = session.get(f"{list_of}&page=1&pagesize=2", timeout=30).json()
    check.equal("totals", (first["totalPages"], first["totalCount"]), ("2", "3"))
    check.equal("creation order", [one["id"] for one in first["list"]], made[:2])
    for key in ("sortDir", "sortOrder"):
        for direction, names in {"ASC": "abc", "DESC": "cba"}.items():
            answer = session.get(f"{list_of}&sortBy=name&{key}={direction}", timeout=30).json()
            check.equal(f"{key}={direction}", "".join(one["name"][-1] for one in answer["list"]), names)
    answer = session.get(f"{list_of}&sortBy=noSuchField", timeout=30)
    check.equal("sorting by a field that does not exist is ignored", answer.status_code, 200)
    for what, query in {
        "page 10^9": "page=1000000000",
        "page 0": "page=0",
        "page -1": "page=-1",
        "pagesize 0": "pagesize=0",
    }.items():
        answer = session.get(f"{list_of}&{query}", timeout=30)
        check.that(f"{what}: answered or refused", answer.status_code in (200, 400), answer.text)
    for what, query in {"page x": "page=x", "pagesize 1e9": "pagesize=1e9"}.items():
        check.equal(f"{what}: refused", session.get(f"{list_of}&{query}", timeout=30).status_code, 400)
    empty = session.get(f"{world.path('server')}?search=name+EQ+nobody", timeout=30).json()
    check.equal("no hits", (empty["totalPages"], empty["totalCount"], empty.get("list", [])), ("0", "0", []))
    for identity in made:
        session.delete(world.path(f"server/{identity}"), timeout=30)


def _bodies(check, world, session):
    identity = _make(world, session, "Bodies")
    path = world.path(f"server/{identity}")
    check.equal("GET with a body", session.get(path, json={}, timeout=30).status_code, 200)
    whole = session.get(path, timeout=30).json()
    zeros = {"creationTime": "", "modifiedBy": "", "modifiedTime": "", "appServerGroupIds": None, "microtenantId": ""}
    answer = session.put(path, json={**whole, **zeros, "name": "Bodies 2", "unknownKey": {"a": [1]}}, timeout=30)
    check.equal("PUT as Go sends it, with an unknown key", (answer.status_code, answer.text), (204, ""))
    after = session.get(path, timeout=30).json()
    check.equal(
        "read-only fields are ignored", (after["id"], after["creationTime"]), (whole["id"], whole["creationTime"])
    )
    check.equal("PUT without a body", session.put(path, timeout=30).status_code, 204)
    check.equal("the name stays", session.get(path, timeout=30).json()["name"], "Bodies 2")
    nulls = session.put(path, json={"name": None, "address": None, "enabled": None}, timeout=30)
    check.equal(
        "nulls keep", (nulls.status_code, session.get(path, timeout=30).json()["address"]), (204, whole["address"])
    )
    check.equal(
        "POST without a body is a missing name", session.post(world.path("server"), timeout=30).status_code, 400
    )
    answer = session.delete(path, json={}, timeout=30)
    check.equal("DELETE with a body", answer.status_code, 204)
    check.that("a 204 has no content type", "Content-Type" not in answer.headers, answer.headers)


def _refusals(check, world, session):
    path = world.path("server")
    for what, body in {
        "half an object": b'{"name": "x"',
        "a list": b'["x"]',
        "text": b'"x"',
        "two objects": b"{} {}",
        "no UTF-8": b'{"name": "\xff\xfe"}',
        "half a surrogate": b'{"name": "\\ud800", "address": "10.0.0.1"}',
        "a number with 400 digits": b'{"name": "x", "address": "10.0.0.1", "enabled": ' + b"9" * 400 + b"}",
        "5,000 lists in each other": b'{"name": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        "a name of 900 kB": b'{"name": "' + b"x" * 900_000 + b'", "address": "10.0.0.1"}',
    }.items():
        answer = session.post(path, data=body, headers={"Content-Type": "application/json"}, timeout=30)
        check.that(f"{what}: 400 with our error", answer.status_code == 400 and _is_error(answer), answer.text[:300])
    answer = session.post(path, data=b"x" * 2_000_000, headers={"Content-Type": "application/json"}, timeout=30)
    check.that("2 MB: refused", answer.status_code in (400, 413), answer.status_code)
    answer = session.get(path, headers={"X-Long": "x" * 20_000}, timeout=30)
    check.that("20 kB of headers: refused or ignored", answer.status_code < 500, answer.status_code)
    answer = session.post(path, data="name=x", headers={"Content-Type": "text/plain"}, timeout=30)
    check.that("another content type: refused", answer.status_code in (400, 415), answer.status_code)
    answer = session.patch(path, json={}, timeout=30)
    check.equal("a method that does not exist", answer.status_code, 405)
    unknown = session.get(world.path("noSuchResource"), timeout=30)
    check.that("a path that does not exist", unknown.status_code == 404 and _is_error(unknown), unknown.text)


def _is_error(answer):
    return answer.headers.get("Content-Type") == JSON and {"id", "reason"} <= set(answer.json())
