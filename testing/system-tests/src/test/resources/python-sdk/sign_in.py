"""Points the unmodified official client at a Breakwater. docs/clients.md shows these functions."""

from zscaler import ZscalerClient, constants
from zscaler.oneapi_client import LegacyZPAClient
from zscaler.oneapi_oauth_client import OAuth
from zscaler.request_executor import RequestExecutor


def legacy(base, customer_id, client_id, client_secret, microtenant_id=None):
    """Signs in at {base}/signin. The client knows clouds, not addresses: this adds a cloud."""
    constants.ZPA_BASE_URLS["LOCAL"] = base
    return LegacyZPAClient(
        {
            "clientId": client_id,
            "clientSecret": client_secret,
            "customerId": customer_id,
            "microtenantId": microtenant_id,
            "cloud": "LOCAL",
        }
    )


def oneapi(base, customer_id, client_id, client_secret, microtenant_id=None):
    """Signs in at {base}/oauth2/v1/token and calls {base}/zpa/mgmtconfig/..."""
    RequestExecutor.BASE_URL = base
    OAuth._get_auth_url = lambda self, vanity_domain, cloud: f"{base}/oauth2/v1/token"
    return oneapi_production(base, customer_id, client_id, client_secret, microtenant_id)


def oneapi_with_key(base, customer_id, client_id, private_key):
    """The same with the key whose public part the API key has: its PEM (PKCS#8), or the path of the file that holds it."""
    RequestExecutor.BASE_URL = base
    OAuth._get_auth_url = lambda self, vanity_domain, cloud: f"{base}/oauth2/v1/token"
    return ZscalerClient(
        {
            "clientId": client_id,
            "privateKey": private_key,
            "customerId": customer_id,
            "vanityDomain": "local",
            "cloud": "production",
        }
    )


def legacy_production(base, customer_id, client_id, client_secret, microtenant_id=None):
    """Signs in at https://config.private.zscaler.com/signin: a hosts entry or a proxy leads from there to a Breakwater."""
    return LegacyZPAClient(
        {
            "clientId": client_id,
            "clientSecret": client_secret,
            "customerId": customer_id,
            "microtenantId": microtenant_id,
            "cloud": "PRODUCTION",
        }
    )


def oneapi_production(base, customer_id, client_id, client_secret, microtenant_id=None):
    """Signs in at https://local.zslogin.net/oauth2/v1/token and calls https://api.zsapi.net: led to a Breakwater likewise."""
    config = {
        "clientId": client_id,
        "clientSecret": client_secret,
        "customerId": customer_id,
        "vanityDomain": "local",
        "cloud": "production",
    }
    if microtenant_id:
        config["microtenantId"] = microtenant_id
    return ZscalerClient(config)
