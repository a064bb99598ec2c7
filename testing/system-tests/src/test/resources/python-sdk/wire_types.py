"""The JSON types of the wire: the Go client fails on a number where it expects text."""

import re

COUNTS = {
    "maxUsage",
    "usageCount",
    "upgradeAttempt",
    "upgradeTimeInSecs",
    "currentAppsCount",
    "maxAppsLimit",
    "totalPages",
    "totalCount",
    "currentCount",
    "numberOfAssistants",
    "numberOfCustomers",
    "numberOfPrivateBrokers",
    "numberOfSiteControllers",
    "numberOfUpdatedAssistants",
    "numberOfUpdatedPrivateBrokers",
    "numberOfUpdatedSiteControllers",
    "frequencyInterval",
    "appsConfigured",
    "tokenExpiryTimeInSec",
    "weight",
    "configValueInt",
    "targetGid",
    "restartAfterUptimeInDays",
}
TIMES = {
    "creationTime",
    "modifiedTime",
    "lastBrokerConnectTime",
    "lastBrokerDisconnectTime",
    "validFromInEpochSec",
    "validToInEpochSec",
    "expirationInEpochSec",
    "applicationStartTime",
    "lastUpgradeTime",
    "expectedUpgradeTime",
    "configuredDateInEpochSeconds",
    "lastConnectTime",
    "lastDisconnectTime",
    "systemStartTime",
}
DECIMALS = {"latitude", "longitude", "graceDistanceValue"}
FLAGS = {
    "enabled",
    "dynamicDiscovery",
    "ipAnchored",
    "extranetEnabled",
    "readOnly",
    "zscalerManaged",
    "useInDrMode",
    "isIncompleteDRConfig",
    "passiveHealthEnabled",
    "isCnameEnabled",
    "doubleEncrypt",
    "bypassOnReauth",
    "praEnabled",
    "wafDisabled",
    "tcpQuickAckApp",
    "tcpQuickAckAssistant",
    "tcpQuickAckReadAssistant",
    "lssAppConnectorGroup",
    "overrideVersionProfile",
    "graceDistanceEnabled",
    "exclusiveForBusinessContinuity",
    "allowSigning",
    "privateKeyPresent",
    "exportable",
    "deleteDisabled",
    "customRole",
    "systemRole",
    "restrictedRole",
    "isLocked",
    "isEnabled",
    "forcePwdChange",
    "pinSessionEnabled",
    "latest",
    "passive",
    "selectConnectorCloseToApp",
    "weightedLoadBalancing",
    "backupEnabled",
    "newUserSupport",
    "useExistingIdp",
    "switchTimeEnabled",
}
NEVER = {"ipAcl": "connector", "altCloud": "serviceEdgeGroup"}
NO_IDS = {"networkId", "clientId", "iamClientId", "tokenId", "idpEntityId", "fingerprint"}


def breaches(body, path=""):
    """What in an answer has another type than the contract says."""
    if isinstance(body, dict):
        return [breach for key, value in body.items() for breach in _field(key, value, f"{path}/{key}")]
    if isinstance(body, list):
        return [breach for index, value in enumerate(body) for breach in breaches(value, f"{path}/{index}")]
    return []


def _field(key, value, path):
    if value is None:
        return [f"{path} is null: an unset key is left out"]
    if isinstance(value, (dict, list)):
        return breaches(value, path)
    expected = _pattern(key)
    if expected is None:
        return []
    if expected is bool:
        return [] if isinstance(value, bool) else [f"{path} is {value!r}, not a JSON boolean"]
    if isinstance(value, str) and re.fullmatch(expected, value):
        return []
    return [f"{path} is {value!r}, not text of the form {expected}"]


def _pattern(key):
    if key in FLAGS:
        return bool
    if key in COUNTS or key in TIMES:
        return r"\d+"
    if key in DECIMALS:
        return r"-?\d+(\.\d+)?"
    if key not in NO_IDS and (key in ("id", "modifiedBy") or key.endswith("Id")):
        return r"\d+"
    return None
