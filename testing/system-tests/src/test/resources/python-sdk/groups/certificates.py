"""Enrolment certificates (3.7): listed under version 2, read under version 1."""

from lists import pages

REQUIRED = ("Root", "Client", "Connector", "Service Edge", "Isolation Client")


def verify(api, check, world):
    certificates = api.enrollment_certificates
    with check.scenario("enrolment certificate"):
        ids = {}
        for name in REQUIRED:
            for spelling in (name, name.upper(), name.lower(), name.title()):
                found = check.done(f"search {spelling}", certificates.list_enrolment({"search": spelling}), 200)
                check.equal(f"search {spelling} finds it alone", [one.name for one in found], [name])
            ids[name] = found[0].id
            read = check.done(f"get {name}", certificates.get_enrolment(found[0].id), 200)
            check.that(
                f"{name} is PEM", str(read.certificate).startswith("-----BEGIN CERTIFICATE-----"), read.certificate
            )
        read = check.done("get Connector", certificates.get_enrolment(ids["Connector"]))
        check.equal("signs and holds its key", (read.allow_signing, read.private_key_present), (True, True))
        check.equal("its parent", read.parent_cert_id, ids["Root"])
        check.that("valid now", int(read.valid_to_in_epoch_sec) > 1_700_000_000, read.valid_to_in_epoch_sec)
        listed = check.done("list", certificates.list_enrolment(), 200)
        check.that("list holds them", set(ids.values()) <= {one.id for one in listed})
        for stranger in ("999999999", "non_existent_id"):
            check.not_found(f"get {stranger}", certificates.get_enrolment(stranger))


def writes(api, check, world):
    certificates = api.enrollment_certificates
    root = world.certificate_id(api, "Root")
    with check.scenario("enrolment certificate: own ones"):
        made = [
            check.done(
                "generate self-signed",
                certificates.generate_self_signed(
                    name=f"Many Certificates {number}",
                    description="d",
                    root_certificate_id=root,
                    valid_from_in_epoch_sec="1700000000",
                    valid_to_in_epoch_sec="2000000000",
                ),
                200,
            ).id
            for number in range(3)
        ]
        pages(check, certificates.list_enrolment, made, "Many Certificates")
        read = check.done("get", certificates.get_enrolment(made[0]))
        check.equal("valid as asked", read.valid_to_in_epoch_sec, "2000000000")
        check.done("update", certificates.update_enrollment(made[0], name="Renamed Certificate", description="e"), 204)
        check.equal("name", check.done("get", certificates.get_enrolment(made[0])).name, "Renamed Certificate")
        check.done("delete, dry run", certificates.delete_enrollment_certificate(made[0], dry_run=True))
        check.done("get after the dry run", certificates.get_enrolment(made[0]), 200)
        for identity in made:
            check.done("delete", certificates.delete_enrollment_certificate(identity), 204)
        check.not_found("get after delete", certificates.get_enrolment(made[0]))
        check.done("generate a CSR", certificates.generate_csr(name="A CSR", description="d"), 200)
        check.refused("delete one that signs keys", certificates.delete_enrollment_certificate(root), 400)
        check.refused("create from nonsense", certificates.add_enrollment_cert(name="x", certificate="nonsense"), 400)
        check.not_found("delete of one that nobody has", certificates.delete_enrollment_certificate("999999999"))
        check.not_found("update of one that nobody has", certificates.update_enrollment("999999999", name="x"))
