/** Wakes tenants whose activation starts or ends now. The times stand in the database, so they survive restarts; every replica may run this. */
package io.breakwater.controller.timer;
