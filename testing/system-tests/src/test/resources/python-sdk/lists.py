"""What every list can: look a name up in any case, page, sort."""


def looks_up(check, listing, name, identity):
    """By name, in the case that was stored and in others; a name that nobody has finds nothing."""
    for spelling in dict.fromkeys((name, name.upper(), name.lower())):
        found = check.done(f"search name EQ {spelling}", listing({"search": spelling}), 200)
        check.equal(f"search name EQ {spelling} finds it alone", [entry.id for entry in found], [identity])
    part = check.done("search name CONTAINS", listing({"search": f"name+CONTAINS+{name[2:-2].swapcase()}"}))
    check.that("search name CONTAINS finds it", identity in [entry.id for entry in part], part)
    start = check.done("search name STARTSWITH", listing({"search": f"name+STARTSWITH+{name[:-2]}"}))
    check.that("search name STARTSWITH finds it", identity in [entry.id for entry in start], start)
    other = check.done("search name NE", listing({"search": f"name+NE+{name}", "page_size": "500"}))
    check.that("search name NE leaves it out", identity not in [entry.id for entry in other], other)
    none = check.done("search for a name that nobody has", listing({"search": "nobody is called so"}), 200)
    check.equal("search for a name that nobody has finds nothing", none, [])
    check.refused(
        "search by a field that does not exist",
        listing({"search": "noSuchField+EQ+x"}),
        400,
        "invalid.resource.argument",
    )


def pages(check, listing, made, prefix):
    """Several pages, driven as the client drives them: everything once, in the order of creation."""
    search = {"search": f"name+STARTSWITH+{prefix}", "page_size": "2"}
    first, response, error = listing(dict(search))
    if not check.that("first page", error is None, error):
        return
    body = response.get_body()
    expected = (len(made) + 1) // 2
    check.equal("totals are text", (body.get("totalPages"), body.get("totalCount")), (str(expected), str(len(made))))
    seen = [entry.id for entry in first]
    turned = 1
    while response.has_next() and turned < 50:
        page, response, error = response.next()
        if not check.that(f"page {turned + 1}", error is None and page, error):
            return
        seen += [entry["id"] if isinstance(entry, dict) else entry.id for entry in page]
        turned += 1
    check.equal("pages", turned, expected)
    check.equal("every object once, in the order of creation", seen, made)
    descending = check.done(
        "sorted", listing({"search": f"name+STARTSWITH+{prefix}", "sort_by": "name", "sort_dir": "DESC"})
    )
    names = [entry.name for entry in descending]
    check.equal("sorted by name, descending", names, sorted(names, reverse=True))
    beyond = check.done("page past the end", listing({**search, "page": "9999"}), 200)
    check.equal("page past the end is empty", beyond, [])
    many = check.done("page size above the greatest one", listing({"page_size": "100000"}), 200)
    check.that("page size above the greatest one gives at most 500", len(many) <= 500, len(many))


def refuses_strangers(check, get, update, delete):
    """Section 7.2: ids that nobody has, and ids that are none."""
    for stranger in ("999999999999999999", "non_existent_id", "0x10", "99999999999999999999999999"):
        check.not_found(f"get {stranger}", get(stranger))
        check.not_found(f"update {stranger}", update(stranger))
        check.not_found(f"delete {stranger}", delete(stranger))
