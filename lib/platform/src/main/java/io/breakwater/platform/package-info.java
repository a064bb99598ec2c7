/** What every service shares and needs no database for: problem responses, who the caller is, events in and out. A Quarkus library. */
package io.breakwater.platform;
