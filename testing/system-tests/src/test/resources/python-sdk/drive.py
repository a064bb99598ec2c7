"""
Drives a running Breakwater with the official client: python drive.py legacy|oneapi|legacy_production|oneapi_production group...

With _production the client is not even told another address: a front leads it to this Breakwater, by HTTPS_PROXY and REQUESTS_CA_BUNDLE.

Where and as whom it says in BREAKWATER_URL, _CUSTOMER_ID, _CLIENT_ID, _CLIENT_SECRET and _AUTH_DOMAINS (separated by commas).
One line for each check; the last line is all of it as JSON. Ends with 1 when a check has failed.
"""

import importlib
import os
import sys

import installation
import sign_in
from checks import Checks
from world import World

os.environ["ZSCALER_CLIENT_CACHE_ENABLED"] = "false"  # a cached list hides what was just written


def main(generation, names):
    make_client = getattr(sign_in, generation)
    of = {key: os.environ[f"BREAKWATER_{key}"] for key in ("URL", "CUSTOMER_ID", "CLIENT_ID", "CLIENT_SECRET")}
    domains = [domain for domain in os.environ.get("BREAKWATER_AUTH_DOMAINS", "").split(",") if domain]
    world = World(of["URL"], of["CUSTOMER_ID"], of["CLIENT_ID"], of["CLIENT_SECRET"], domains, make_client)
    check = Checks(generation)
    with check.scenario("installation"):
        check.equal("the official client is unmodified", installation.modified_files("zscaler-sdk-python"), [])
    client = make_client(of["URL"], of["CUSTOMER_ID"], of["CLIENT_ID"], of["CLIENT_SECRET"])
    for name in names:
        importlib.import_module(f"groups.{name}").verify(client.zpa, check, world)
    print(check.report(), flush=True)
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
