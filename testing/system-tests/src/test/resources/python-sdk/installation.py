"""Compares an installed package with what its publisher has put into it."""

import base64
import hashlib
from importlib import metadata


def modified_files(package):
    """The files whose content is not the one that the package's own record of hashes names; [] for an unmodified package."""
    files = [file for file in metadata.files(package) or [] if file.hash is not None]
    if len(files) < 100:
        return [f"only {len(files)} files are recorded"]
    return [str(file) for file in files if _hash(file) != file.hash.value]


def _hash(file):
    digest = hashlib.new(file.hash.mode, file.read_binary()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
