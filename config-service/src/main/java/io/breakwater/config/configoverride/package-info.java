/** Configuration overrides: feature switches of a customer, by key and target. */
package io.breakwater.config.configoverride;
