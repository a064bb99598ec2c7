"""Enrolment certificates that a tenant makes itself (3.7)."""

from groups import certificates


def verify(api, check, world):
    certificates.writes(api, check, world)
