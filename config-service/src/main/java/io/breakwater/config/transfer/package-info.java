/**
 * A tenant's configuration as one JSON document: exported, and imported into the same or another tenant. Objects refer to one another by
 * name; secrets and what agents enrolled are not in it. See {@code docs/adr} for why names.
 */
package io.breakwater.config.transfer;
