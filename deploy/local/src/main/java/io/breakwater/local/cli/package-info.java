/** The command line {@code ./breakwater}. {@code ctl} and {@code bench} are other programs; the launcher script starts them. */
package io.breakwater.local.cli;
