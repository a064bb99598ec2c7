"""
The recorded sequences of the real service (section 7.1), replayed call by call without the client: the same methods, paths, bodies
and headers (also the body {} that the client sends with GET and DELETE), the same statuses.
"""

import requests

PLACE = {
    "latitude": "37.33874",
    "longitude": "-121.8852525",
    "location": "San Jose, CA, USA",
    "upgradeDay": "SUNDAY",
    "upgradeTimeInSecs": "66600",
    "overrideVersionProfile": True,
    "versionProfileId": "0",
}
CONNECTORS = {
    **PLACE,
    "versionProfileName": "Default",
    "dnsQueryType": "IPV4_IPV6",
    "praEnabled": True,
    "tcpQuickAckApp": True,
    "tcpQuickAckAssistant": True,
    "tcpQuickAckReadAssistant": True,
    "enabled": True,
    "description": "recorded",
}
EDGES = {**PLACE, "isPublic": "TRUE", "enabled": True, "description": "recorded"}
JSON = "application/json;charset=utf-8"


def verify(api, check, world):
    player = Player(check, world)
    for cassette in (
        connector_group,
        connector_group_key,
        edge_group,
        edge_group_key,
        enrolment_certificates,
        server,
        server_group,
        segment_group,
        application_segment,
    ):
        with check.scenario(f"recorded: {cassette.__name__}"):
            cassette(player, world)


class Player:
    def __init__(self, check, world):
        self.check = check
        self.world = world
        self.token = None

    def sign_in(self):
        form = {
            "grant_type": "client_credentials",
            "client_id": self.world.client_id,
            "client_secret": self.world.client_secret,
            "audience": "https://api.zscaler.com",
        }
        answer = requests.post(f"{self.world.base}/oauth2/v1/token", data=form, timeout=30)
        self.check.equal("POST token: status", answer.status_code, 200)
        token = answer.json()
        self.check.equal("token type", token.get("token_type"), "Bearer")
        self.check.that("expires_in is a number here", isinstance(token.get("expires_in"), int), token)
        self.token = token["access_token"]

    def call(self, method, path, status, body=None, version="v1"):
        if self.token is None:
            self.sign_in()
        resource, _, query = path.partition("?")
        url = self.world.path(resource, version) + (f"?{query}" if query else "")
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        answer = requests.request(method, url, json=body or {}, headers=headers, timeout=30)
        what = f"{method} {version}/{resource.split('/')[0]}"
        self.check.equal(f"{what}: status", answer.status_code, status)
        if status == 204:
            self.check.equal(f"{what}: empty", answer.content, b"")
            self.check.that(f"{what}: no JSON type without JSON", "Content-Type" not in answer.headers, answer.headers)
            return {}
        self.check.equal(f"{what}: content type", answer.headers.get("Content-Type"), JSON)
        return answer.json()

    def one_of_list(self, path, identity, version="v1"):
        answer = self.call("GET", path, 200, version=version)
        self.check.that("list holds it", identity in [one["id"] for one in answer["list"]], answer)
        self.check.that(
            "totals are text", isinstance(answer["totalPages"], str) and isinstance(answer["totalCount"], str)
        )
        return answer

    def lifecycle(self, resource, body):
        """POST, GET, PUT of the name only, GET, list, (the caller's), DELETE: what most cassettes hold."""
        made = self.call("POST", resource, 201, body)
        self.call("GET", f"{resource}/{made['id']}", 200)
        self.call("PUT", f"{resource}/{made['id']}", 204, {"name": f"{body['name']} updated"})
        read = self.call("GET", f"{resource}/{made['id']}", 200)
        self.check.equal("name", read["name"], f"{body['name']} updated")
        self.check.equal("microtenant", (read.get("microtenantName"), "microtenantId" in read), ("Default", False))
        self.one_of_list(f"{resource}?pagesize=500", made["id"])
        return made["id"]

    def certificate(self, name):
        search = name.replace(" ", "+")
        return self.call("GET", f"enrollmentCert?search=name%2BEQ%2B{search}", 200, version="v2")["list"][0]


def connector_group(player, world):
    player.token = "eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c3RhbGU"  # the recorded run began with an expired token
    refused = player.call("POST", "appConnectorGroup", 401, {**CONNECTORS, "name": world.name("Recorded")})
    player.check.that("the refusal is an object", isinstance(refused, dict), refused)
    player.sign_in()
    identity = player.lifecycle("appConnectorGroup", {**CONNECTORS, "name": world.name("Recorded")})
    player.call("DELETE", f"appConnectorGroup/{identity}", 204)


def connector_group_key(player, world):
    group = player.call("POST", "appConnectorGroup", 201, {**CONNECTORS, "name": world.name("Recorded")})
    _key(player, world, "CONNECTOR_GRP", group, player.certificate("Connector"))
    player.call("DELETE", f"appConnectorGroup/{group['id']}", 204)


def edge_group(player, world):
    identity = player.lifecycle("serviceEdgeGroup", {**EDGES, "name": world.name("Recorded")})
    read = player.call("GET", f"serviceEdgeGroup/{identity}", 200)
    player.check.equal("everything else is kept", (read["description"], read["isPublic"]), ("recorded", "TRUE"))
    player.call("DELETE", f"serviceEdgeGroup/{identity}", 204)


def edge_group_key(player, world):
    group = player.call("POST", "serviceEdgeGroup", 201, {**EDGES, "name": world.name("Recorded")})
    _key(player, world, "SERVICE_EDGE_GRP", group, player.certificate("Service Edge"))
    player.call("DELETE", f"serviceEdgeGroup/{group['id']}", 204)


def _key(player, world, kind, group, certificate):
    keys = f"associationType/{kind}/provisioningKey"
    body = {
        "name": world.name("Recorded Key"),
        "maxUsage": 2,
        "enrollmentCertId": certificate["id"],
        "componentId": group["id"],
        "zcomponentId": group["id"],
    }
    made = player.call("POST", keys, 200, body)
    player.check.equal("maxUsage", made["maxUsage"], "2")
    player.one_of_list(f"{keys}?pagesize=500", made["id"])
    player.call("GET", f"{keys}/{made['id']}", 200)
    player.call("PUT", f"{keys}/{made['id']}", 204, {"name": f"{body['name']} updated"})
    player.call("DELETE", f"{keys}/{made['id']}", 204)


def enrolment_certificates(player, world):
    for name in ("Root", "Client", "Connector", "Service Edge"):
        player.check.equal("name", player.certificate(name)["name"], name)


def server(player, world):
    body = {"name": world.name("Recorded"), "description": "recorded", "address": "192.168.200.1", "enabled": True}
    identity = player.lifecycle("server", body)
    read = player.call("GET", f"server/{identity}", 200)
    player.check.equal(
        "kept and lost", (read["address"], read["enabled"], "description" in read), ("192.168.200.1", True, False)
    )
    player.one_of_list("server/summary?pagesize=500", identity)
    player.call("DELETE", f"server/{identity}", 204)


def server_group(player, world):
    connectors = player.call("POST", "appConnectorGroup", 201, {**CONNECTORS, "name": world.name("Recorded")})
    body = {
        "name": world.name("Recorded"),
        "description": "recorded",
        "dynamicDiscovery": True,
        "appConnectorGroups": [{"id": connectors["id"]}],
    }
    made = player.call("POST", "serverGroup", 201, body)
    read = player.call("GET", f"serverGroup/{made['id']}", 200)
    player.check.equal("enabled", read["enabled"], False)
    whole = {
        **read,
        "name": f"{body['name']} updated",
        "applications": [],
        "servers": None,
        "extranetDTO": None,
        "weight": None,
    }
    player.call("PUT", f"serverGroup/{made['id']}", 204, whole)
    read = player.call("GET", f"serverGroup/{made['id']}", 200)
    player.check.equal("connector groups", [one["id"] for one in read["appConnectorGroups"]], [connectors["id"]])
    player.one_of_list("serverGroup?pagesize=500", made["id"])
    player.call("DELETE", f"serverGroup/{made['id']}", 204)
    player.call("DELETE", f"appConnectorGroup/{connectors['id']}", 204)


def segment_group(player, world):
    identity = player.lifecycle(
        "segmentGroup", {"name": world.name("Recorded"), "description": "recorded", "enabled": True}
    )
    read = player.call("GET", f"segmentGroup/{identity}", 200)
    player.check.equal("kept and lost", (read["enabled"], "description" in read), (True, False))
    player.call("DELETE", f"segmentGroup/{identity}", 204)


def application_segment(player, world):
    connectors = player.call("POST", "appConnectorGroup", 201, {**CONNECTORS, "name": world.name("Recorded")})
    segments = player.call("POST", "segmentGroup", 201, {"name": world.name("Recorded"), "enabled": True})
    servers = player.call(
        "POST",
        "serverGroup",
        201,
        {"name": world.name("Recorded"), "dynamicDiscovery": True, "appConnectorGroups": [{"id": connectors["id"]}]},
    )
    body = {
        "name": world.name("Recorded"),
        "description": "recorded",
        "enabled": True,
        "domainNames": ["test.example.com"],
        "segmentGroupId": segments["id"],
        "serverGroups": [{"id": servers["id"]}],
        "tcpPortRanges": ["9001", "9001"],
    }
    made = player.call("POST", "application", 201, body)
    player.one_of_list(f"application?search=name%2BEQ%2B{body['name'].replace(' ', '+')}", made["id"])
    player.call("GET", f"application/{made['id']}", 200)
    ports = {"tcpPortRanges": ["9002", "9002"], "tcpPortRange": [], "udpPortRanges": [], "udpPortRange": []}
    player.call("PUT", f"application/{made['id']}", 204, {**body, **ports})
    read = player.call("GET", f"application/{made['id']}", 200)
    player.check.equal(
        "both port shapes",
        (read["tcpPortRanges"], read["tcpPortRange"]),
        (["9002", "9002"], [{"from": "9002", "to": "9002"}]),
    )
    expected = {"id": servers["id"], "weight": "0", "passive": False}
    player.check.equal("server groups", {key: read["serverGroups"][0].get(key) for key in expected}, expected)
    player.call("DELETE", f"application/{made['id']}?forceDelete=true", 204)
    player.call("DELETE", f"serverGroup/{servers['id']}", 204)
    player.call("DELETE", f"appConnectorGroup/{connectors['id']}", 204)
    player.call("DELETE", f"segmentGroup/{segments['id']}", 204)
