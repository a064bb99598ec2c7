"""What schemathesis is told beside the document: which customer, and ids that exist."""

import json
import pathlib

# variables that choose a kind of object, and one of which there are objects
KINDS = {"type": ["CONNECTOR_GRP", "SERVICE_EDGE_GRP"], "kind": ["application"]}
# fields of bodies and variables of paths that hold the id of an object of another resource
REFERENCES = {
    "body.segmentGroupId": "segmentGroup",
    "body.enrollmentCertId": "enrollmentCert",
    "body.zcomponentId": "appConnectorGroup",
    "path.componentId": "appConnectorGroup",
}


def write(file, customer_id, ids):
    """Reads and updates get an id that exists most of the time; deletes never, so that it goes on existing."""
    lines = [
        f"hooks = {json.dumps(str(pathlib.Path(__file__).with_name('hooks.py')))}",
        "",
        "[parameters]",
        f'"path.customerId" = {json.dumps(customer_id)}',
        '"query.microtenantId" = { dictionary = "scopes", probability = 0.9 }',
    ]
    lines += [f'"path.{kind}" = {{ dictionary = "{kind}", probability = 0.9 }}' for kind in KINDS]
    lines += [f'"{field}" = {{ dictionary = "{other}", probability = 0.9 }}' for field, other in REFERENCES.items()]
    lines += ["", "[dictionaries]"]
    lines += [f"{kind} = {{ values = {json.dumps(values)} }}" for kind, values in KINDS.items()]
    lines += [f'scopes = {{ values = ["0", "0", "0", {json.dumps(ids["microtenants"])}] }}']
    lines += [f"{resource} = {{ values = [{json.dumps(identity)}] }}" for resource, identity in ids.items()]
    for resource in ids:
        lines += _operations(f"/{resource}/[{{]id[}}]", resource)
    lines += _operations("/graph/[{]kind[}]/[{]id[}]", "application")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _operations(path, resource):
    return [
        "",
        "[[operations]]",
        f"include-path-regex = {json.dumps(path)}",
        'exclude-method = "DELETE"',
        f'parameters = {{ "path.id" = {{ dictionary = "{resource}", probability = 0.8 }} }}',
    ]
