/** The snapshot service: captures the configuration of each group designated for disaster recovery, signs it, and hands it out. Packages are features. */
package io.breakwater.snapshot;
