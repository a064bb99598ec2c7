/** A tenant's disaster-recovery settings: the DR domain, the keys that may sign its record, and how the record is judged. */
package io.breakwater.config.drsettings;
