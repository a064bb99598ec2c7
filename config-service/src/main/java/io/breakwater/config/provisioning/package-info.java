/** Provisioning keys: the secrets with which agents enrol into a group, a limited number of times each. */
package io.breakwater.config.provisioning;
