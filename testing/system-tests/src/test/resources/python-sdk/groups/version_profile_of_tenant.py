"""The tenant's own version profile (3.8)."""


def verify(api, check, world):
    profiles = api.customer_version_profile
    with check.scenario("version profile of the tenant"):
        own = check.done("get", profiles.get_associated_version_profile(), 200)
        check.that("is one of the visible ones", own.id in ("0", "1", "2"), own)
        check.done("override", profiles.update_version_profile(own.id, True), 204)
        check.not_found("a profile that does not exist", profiles.update_version_profile("987654321", True))
        check.not_found("what is no id", profiles.update_version_profile("non_existent_id", True))
