/** Evidence that an operator puts into a file, for a site whose DNS is gone. It is judged like any other: only a signed record counts. */
package io.breakwater.agent.evidencefile;
