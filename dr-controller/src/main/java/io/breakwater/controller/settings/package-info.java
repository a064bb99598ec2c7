/** Each tenant's domain, keys and policies, as config-service publishes them. {@code state} stores and reads them; an older revision never replaces a newer one. */
package io.breakwater.controller.settings;
