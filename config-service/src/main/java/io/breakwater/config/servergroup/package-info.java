/** Server groups: which connector groups reach which servers. */
package io.breakwater.config.servergroup;
