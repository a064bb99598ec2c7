/** What each process is told: one properties file a process, readable by its owner only. */
package io.breakwater.local.settings;
