/**
 * Snapshots as they travel and as they lie on an agent's disk: the manifest of one, the index of a group's, the configuration files'
 * content, and the Ed25519 signature over exact bytes that makes an agent believe them.
 */
package io.breakwater.contracts.snapshot;
