/** Completion scripts for shells, made of the commands themselves. */
package io.breakwater.drctl.completion;
