/**
 * What a data directory belongs to: the servers, names and ports that it was begun with. A later start with others is refused before
 * anything starts, because identities, secrets and the tenant would meet databases that know nothing of them.
 */
package io.breakwater.local.attachment;
