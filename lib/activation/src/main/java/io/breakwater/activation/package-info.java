/**
 * The activation record: what the TXT record set at a tenant's DR domain means.
 *
 * <p>{@link io.breakwater.activation.Evaluator} is the one function that decides; watcher, controller, agents, client and tools call it and
 * nothing else. It is pure: no input or output, no clock, no framework. Everything here may be used by every module. The specification is
 * {@code docs/activation-record.md}.
 */
package io.breakwater.activation;
