/** A tenant's whole configuration as the snapshot service reads it: from one repeatable-read transaction. */
package io.breakwater.config.drview;
