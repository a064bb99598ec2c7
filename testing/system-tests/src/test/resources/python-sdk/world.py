"""What all groups of checks share: names of their own, requests that the client cannot make, objects to build on."""

import itertools

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

# the body that the recorded traffic of section 7.1 creates groups with
PLACE = {
    "latitude": "37.33874",
    "longitude": "-121.8852525",
    "location": "San Jose, CA, USA",
    "upgrade_day": "SUNDAY",
    "upgrade_time_in_secs": "66600",
    "override_version_profile": True,
    "version_profile_id": "0",
}


class World:
    def __init__(self, base, customer_id, client_id, client_secret, auth_domains, make_client):
        self.base = base
        self.customer_id = customer_id
        self.client_id = client_id
        self.client_secret = client_secret
        self.auth_domains = auth_domains
        self.make_client = make_client
        self._numbers = itertools.count(1)

    def name(self, what):
        """A name that nobody has yet, with small and capital letters."""
        return f"{what} No {next(self._numbers)} Of Tests"

    def session(self):
        """Signed in at /signin, for what no client sends."""
        form = {"client_id": self.client_id, "client_secret": self.client_secret}
        answer = requests.post(f"{self.base}/signin", data=form, timeout=30)
        answer.raise_for_status()
        session = requests.Session()
        session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        return session

    def path(self, resource, version="v1"):
        return f"{self.base}/zpa/mgmtconfig/{version}/admin/customers/{self.customer_id}/{resource}"

    def certificate_id(self, api, name):
        certificates, _, error = api.enrollment_certificates.list_enrolment({"search": name})
        if error:
            raise error
        return certificates[0].id

    def connector_group(self, check, api):
        return check.done(
            "a connector group to build on",
            api.app_connector_groups.add_connector_group(name=self.name("Connector Group"), **PLACE),
        )

    def edge_group(self, check, api):
        return check.done(
            "an edge group to build on",
            api.service_edge_group.add_service_edge_group(name=self.name("Edge Group"), is_public="TRUE", **PLACE),
        )

    def segment_group(self, check, api):
        return check.done(
            "a segment group to build on", api.segment_groups.add_group(name=self.name("Segment Group"), enabled=True)
        )

    def server_group(self, check, api, connector_group):
        return check.done(
            "a server group to build on",
            api.server_groups.add_group(
                name=self.name("Server Group"), dynamic_discovery=True, app_connector_group_ids=[connector_group.id]
            ),
        )

    def key(self, check, api, kind, group, uses=10):
        certificate = "Connector" if kind == "connector" else "Service Edge"
        return check.done(
            "a provisioning key to build on",
            api.provisioning.add_provisioning_key(
                kind,
                name=self.name("Key"),
                max_usage=str(uses),
                enrollment_cert_id=self.certificate_id(api, certificate),
                component_id=group.id,
            ),
        )

    def enrol(self, key_text, name):
        """Enrols an agent, which no management client can: connectors and edges come into being so."""
        private_key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(private_key, hashes.SHA256())
        pem = request.public_bytes(serialization.Encoding.PEM).decode()
        body = {"provisioningKey": key_text, "csr": pem, "name": name, "platform": "el9", "version": "26.1.1"}
        return requests.post(f"{self.base}/api/v1/enrollment", json=body, timeout=30)
