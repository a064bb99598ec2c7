/** The service's Ed25519 key and what it signs: exact octets of manifests and indexes. The key is read once, at start. */
package io.breakwater.snapshot.signing;
