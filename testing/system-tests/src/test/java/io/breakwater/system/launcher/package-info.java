/** {@code ./breakwater} where a newcomer puts it. */
package io.breakwater.system.launcher;
