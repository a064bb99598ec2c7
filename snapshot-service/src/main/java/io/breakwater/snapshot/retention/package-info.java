/** Which snapshots stay: the rule as a pure function, and the second of the two steps of a deletion. */
package io.breakwater.snapshot.retention;
