"""Records what was checked: one line each, and everything as JSON at the end."""

import contextlib
import json
import traceback

import wire_types


class Abandoned(Exception):
    """A scenario cannot go on: a step that others build on has failed."""


class Checks:
    def __init__(self, generation):
        self.generation = generation
        self.scenario_name = ""
        self.passed = 0
        self.failures = []

    @contextlib.contextmanager
    def scenario(self, name):
        """Checks that build on each other. What goes wrong in one does not touch the next."""
        self.scenario_name = name
        try:
            yield
        except Abandoned:
            pass
        except Exception as error:  # the report must hold every failure, not only the first
            where = traceback.extract_tb(error.__traceback__)[-1]
            self._failed("runs to its end", f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})")

    def that(self, what, condition, seen=""):
        """Records one check and gives its outcome."""
        if condition:
            self.passed += 1
            print(f"ok      {self.generation}: {self.scenario_name}: {what}", flush=True)
        else:
            self._failed(what, str(seen))
        return bool(condition)

    def equal(self, what, seen, expected):
        return self.that(what, seen == expected, f"{seen!r} instead of {expected!r}")

    def done(self, what, answer, status=None):
        """The client reports success, the wire keeps its types; gives the result."""
        result, response, error = _triple(answer)
        if not self.that(what, error is None, error):
            raise Abandoned(what)
        if status is not None:
            self.equal(f"{what}: status", response.get_status(), status)
        body = response.get_body() if response is not None else None
        breaches = wire_types.breaches(body)
        if breaches:
            self._failed(f"{what}: JSON types", "; ".join(breaches[:5]))
        return result

    def refused(self, what, answer, status, code=None):
        """The client reports the error with that status and id."""
        _, _, error = _triple(answer)
        seen = f"{error}" if error is not None else f"success: {answer!r}"
        right = getattr(error, "status_code", None) in _listed(status)
        self.that(what, right and (code is None or error.error_code == code), seen)

    def not_found(self, what, answer):
        """Section 2.9: 400 or 404, always with this id."""
        self.refused(what, answer, (400, 404), "resource.not.found")

    def report(self):
        return json.dumps(
            {"generation": self.generation, "passed": self.passed, "failures": self.failures}, ensure_ascii=True
        )

    def _failed(self, what, seen):
        self.failures.append({"scenario": self.scenario_name, "check": what, "seen": seen[:1000]})
        print(f"FAILED  {self.generation}: {self.scenario_name}: {what}: {seen[:1000]}", flush=True)


def _triple(answer):
    """Most functions of the client give (result, response, error), a few (result, error)."""
    return answer if len(answer) == 3 else (answer[0], None, answer[1])


def _listed(status):
    return status if isinstance(status, tuple) else (status,)
