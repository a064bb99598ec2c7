/**
 * The list language of the management API: search, sorting and paging as ZPA's clients send them, compiled to HQL conditions over
 * known attributes with every value bound as a parameter.
 */
package io.breakwater.config.search;
