/**
 * Microtenants: parts of a tenant that are administered by themselves. Every object belongs to one; the Default one is always there.
 */
package io.breakwater.config.microtenant;
