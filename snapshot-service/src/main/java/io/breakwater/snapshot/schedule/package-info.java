/** Work that comes back: one run at a time, on a Vert.x context on which Hibernate Reactive may be used. */
package io.breakwater.snapshot.schedule;
