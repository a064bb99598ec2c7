/** Segment groups: application segments under one name, for policies. */
package io.breakwater.config.segmentgroup;
