"""Version profiles (3.8)."""

REQUIRED = {"0": "Default", "1": "Previous Default", "2": "New Release"}


def verify(api, check, world):
    profiles = api.customer_version_profile
    with check.scenario("version profile"):
        listed = check.done("list", profiles.list_version_profiles(), 200)
        check.equal(
            "those that must exist",
            {one.id: one.name for one in listed if one.id in REQUIRED},
            REQUIRED,
        )
        for identity, name in REQUIRED.items():
            found = check.done(f"search {name.upper()}", profiles.list_version_profiles({"search": name.upper()}))
            check.equal(f"search {name.upper()} finds it", [one.id for one in found], [identity])
        check.equal("scope", listed[0].visibility_scope, "ALL")
