"""A tenant with one object of each kind, so that generated requests meet more than not-found."""

import os

import requests

PLACE = {"latitude": "50.1", "longitude": "8.7", "location": "Frankfurt"}


class Tenant:
    def __init__(self, url, customer_id, client_id, client_secret):
        self.url = url
        self.customer_id = customer_id
        self._form = {"client_id": client_id, "client_secret": client_secret}
        self.token = self._sign_in().json()["access_token"]
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {self.token}"

    @staticmethod
    def of_environment():
        keys = ("URL", "CUSTOMER_ID", "CLIENT_ID", "CLIENT_SECRET")
        return Tenant(*(os.environ[f"BREAKWATER_{key}"] for key in keys))

    def can_sign_in(self):
        return self._sign_in().ok

    def own_key(self):
        """The id of the API key that the run signs in with."""
        return self.first(f"apiKeys?search=clientId+EQ+{self._form['client_id']}")

    def _sign_in(self):
        return requests.post(f"{self.url}/signin", data=self._form, timeout=30)

    def make(self, resource, body):
        return self._posted(self._path(resource), body)

    def create(self, resource, body):
        return self.make(resource, body)["id"]

    def enrol(self, key, request):
        """The id of a new agent: agents come into being by enrolling. It asks for its certificate with another one's request."""
        body = {"provisioningKey": key["provisioningKey"], "csr": request["csr"], "name": "Agent"}
        return self._posted(f"{self.url}/api/v1/enrollment", body)["agentId"]

    def schedule(self, resource):
        return self.session.get(self._path(resource), timeout=30).json()["id"]

    def first(self, resource, version="v1"):
        answer = self.session.get(self._path(resource, version), timeout=30)
        answer.raise_for_status()
        return answer.json()["list"][0]["id"]

    def _path(self, resource, version="v1"):
        return f"{self.url}/mgmtconfig/{version}/admin/customers/{self.customer_id}/{resource}"

    def _posted(self, path, body):
        answer = self.session.post(path, json=body, timeout=30)
        if not answer.ok:
            raise RuntimeError(f"POST {path}: {answer.status_code} {answer.text}")
        return answer.json()


def make(tenant):
    """The ids of what was made, by resource."""
    ids = {}
    ids["appConnectorGroup"] = tenant.create("appConnectorGroup", {"name": "Connectors", "useInDrMode": True, **PLACE})
    ids["serviceEdgeGroup"] = tenant.create("serviceEdgeGroup", {"name": "Edges", "useInDrMode": True, **PLACE})
    ids["segmentGroup"] = tenant.create("segmentGroup", {"name": "Segments", "enabled": True})
    ids["server"] = tenant.create("server", {"name": "Server", "address": "10.0.0.1", "enabled": True})
    ids["serverGroup"] = tenant.create(
        "serverGroup",
        {
            "name": "Servers",
            "enabled": True,
            "dynamicDiscovery": False,
            "servers": [{"id": ids["server"]}],
            "appConnectorGroups": [{"id": ids["appConnectorGroup"]}],
        },
    )
    ids["application"] = tenant.create(
        "application",
        {
            "name": "Application",
            "enabled": True,
            "domainNames": ["app.example.com"],
            "useInDrMode": True,
            "segmentGroupId": ids["segmentGroup"],
            "serverGroups": [{"id": ids["serverGroup"]}],
            "tcpPortRange": [{"from": "443", "to": "443"}],
        },
    )
    ids["enrollmentCert"] = tenant.first("enrollmentCert?search=name+EQ+Connector", version="v2")
    key = tenant.make(
        "associationType/CONNECTOR_GRP/provisioningKey",
        {
            "name": "Key",
            "maxUsage": "5",
            "enrollmentCertId": ids["enrollmentCert"],
            "zcomponentId": ids["appConnectorGroup"],
        },
    )
    ids["provisioningKey"] = key["id"]
    edge_key = tenant.make(
        "associationType/SERVICE_EDGE_GRP/provisioningKey",
        {
            "name": "Key of edges",
            "maxUsage": "5",
            "enrollmentCertId": tenant.first("enrollmentCert?search=name+EQ+Service+Edge", version="v2"),
            "zcomponentId": ids["serviceEdgeGroup"],
        },
    )
    request = tenant.make("enrollmentCert/csr/generate", {"name": "Request"})
    ids["connector"] = tenant.enrol(key, request)
    ids["serviceEdge"] = tenant.enrol(edge_key, request)
    ids["network"] = tenant.create("network", {"name": "Office"})
    ids["microtenants"] = tenant.create(
        "microtenants",
        {
            "name": "Microtenant",
            "criteriaAttribute": "AuthDomain",
            "criteriaAttributeValues": [os.environ["BREAKWATER_AUTH_DOMAINS"].split(",")[0]],
        },
    )
    ids["roles"] = tenant.create("roles", {"name": "Role"})
    ids["apiKeys"] = tenant.create("apiKeys", {"name": "API key", "roleId": ids["roles"]})
    ids["administrators"] = tenant.first("administrators")
    ids["connectorSchedule"] = tenant.schedule("connectorSchedule")
    ids["serviceEdgeSchedule"] = tenant.schedule("serviceEdgeSchedule")
    ids["configOverrides"] = tenant.create(
        "configOverrides",
        {"configKey": "config.feature.cors_enabled", "configValue": "enabled", "targetType": "customer"},
    )
    ids["businessContinuitySettings"] = tenant.create(
        "businessContinuitySettings", {"offlineDomain": "offline.example.com"}
    )
    return ids
