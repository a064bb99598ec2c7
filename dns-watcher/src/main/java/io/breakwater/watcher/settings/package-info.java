/** The table of watched domains, as the settings topic says it: whoever has a partition of it watches its tenants. */
package io.breakwater.watcher.settings;
