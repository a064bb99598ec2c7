/**
 * From "something changed" to signed snapshots and indexes. A request to capture is a mark on the tenant's row, made in the transaction of
 * whatever asks for it ({@code trigger}), so that a crash loses none; the loop serves marks when they have been quiet for a moment.
 */
package io.breakwater.snapshot.capture;
