/**
 * Reads from config-service: a tenant's DR view and the list of tenants, with a token of this service's own. Nothing is kept but the
 * token. Called by {@code capture} and {@code trigger}.
 */
package io.breakwater.snapshot.configclient;
