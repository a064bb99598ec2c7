/**
 * What an agent does to its disk, and nothing else: every write, sync, rename and link of the agent goes through {@link
 * io.breakwater.agent.disk.Disk}, so that a crash can be simulated at each of them. Used by the features that keep something.
 */
package io.breakwater.agent.disk;
