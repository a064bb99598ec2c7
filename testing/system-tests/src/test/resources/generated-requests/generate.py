"""
Generates thousands of requests from the service's OpenAPI document and compares every answer with it: never a 5xx, no status and no
content type that the document does not name, no body that breaks its schema.

Where and as whom it says in BREAKWATER_URL, _OPENAPI, _CUSTOMER_ID, _CLIENT_ID, _CLIENT_SECRET and _AUTH_DOMAINS; the directory to work
in is the argument. BREAKWATER_SEED repeats a run, or makes another one. Prints what was wrong, by operation and check; what schemathesis
itself prints goes to schemathesis.log. The last line is a summary as JSON. Ends with 1 when something was found, or too little was sent.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

import configuration
import events
import samples

FEWEST_CASES = 5_000
EXAMPLES = 20  # made up for each operation, beside those that try every keyword of its schemas
LEAST_SUCCESS = 0.10  # below this share the requests only meet refusals, and the test says little
MOST_SECONDS = 300  # it takes a minute and a half; this only ends a hang
DEFAULT_SEED = 20_261_121
CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance")
METHODS = ("get", "put", "post", "delete", "patch")


def main(directory):
    seed = int(os.environ.get("BREAKWATER_SEED", DEFAULT_SEED))
    print(f"seed {seed}: BREAKWATER_SEED={seed} repeats this run", flush=True)
    tenant = samples.Tenant.of_environment()
    document = tenant.session.get(os.environ["BREAKWATER_OPENAPI"], params={"format": "json"}, timeout=30).json()
    (directory / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    operations = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item if method in METHODS
    }
    configuration.write(directory / "schemathesis.toml", tenant.customer_id, samples.make(tenant))

    started = time.monotonic()
    exit_code = _generate(directory, tenant, seed)
    seconds = time.monotonic() - started
    run = events.Run.read(directory / "events.ndjson")
    cases = sum(run.statuses.values())
    success = sum(count for status, count in run.statuses.items() if 200 <= status < 300) / max(cases, 1)
    problems = [f"{len(run.findings)} checks of operations failed"] if run.findings else []
    if exit_code is None:
        problems.append(f"schemathesis did not end within {MOST_SECONDS} seconds")
    elif exit_code != 0 and not run.findings or not run.finished:
        problems.append(f"schemathesis ended with {exit_code} before its end: see schemathesis.log")
    if cases < FEWEST_CASES:
        problems.append(f"only {cases} cases were sent")
    if operations - run.operations:
        problems.append(f"never called: {sorted(operations - run.operations)}")
    if success < LEAST_SUCCESS:
        problems.append(f"only {success:.0%} of the requests had success")
    if not tenant.can_sign_in():
        problems.append("afterwards the API key is refused: the later requests had no rights")
    summary = {
        "seed": seed,
        "operations": len(operations),
        "cases": cases,
        "seconds": round(seconds),
        "success": round(success, 2),
        "statuses": {str(status): count for status, count in sorted(run.statuses.items())},
        "problems": problems,
    }
    print(run.report())
    print(json.dumps(summary), flush=True)
    return 1 if problems else 0


def _generate(directory, tenant, seed):
    """The exit code; None when it had to be ended."""
    (directory / "events.ndjson").unlink(missing_ok=True)
    program = pathlib.Path(sys.executable).with_name("schemathesis")
    command = [
        str(program),
        "--config-file",
        "schemathesis.toml",
        "run",
        "openapi.json",
        "--url",
        tenant.url,
        "--header",
        f"Authorization: Bearer {tenant.token}",
        "--seed",
        str(seed),
        "--max-examples",
        str(EXAMPLES),
        "--checks",
        ",".join(CHECKS),
        "--continue-on-failure",
        "--no-shrink",
        "--warnings",
        "off",
        "--no-color",
        "--request-timeout",
        "30",
        "--suppress-health-check",
        "all",
        "--generation-database",
        "none",
        "--report",
        "ndjson",
        "--report-ndjson-path",
        "events.ndjson",
    ]
    environment = {**os.environ, "BREAKWATER_OWN_KEY": tenant.own_key()}
    with (directory / "schemathesis.log").open("w", encoding="utf-8") as log:
        try:
            done = subprocess.run(
                command, cwd=directory, env=environment, stdout=log, stderr=log, timeout=MOST_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return None
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).absolute()))
