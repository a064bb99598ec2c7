/** The first tenant: made over REST as any administrator would, and remembered in the data directory. */
package io.breakwater.local.tenant;
