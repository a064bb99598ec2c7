/**
 * Reads from config-service: a tenant's DR view and the list of tenants. Nothing is kept. Called by {@code capture} and {@code trigger}.
 */
package io.breakwater.snapshot.configclient;
