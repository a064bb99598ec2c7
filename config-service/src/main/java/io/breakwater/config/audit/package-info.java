/**
 * The audit trail of a tenant: every change, sign-in and refusal, by whom, from where, before and after, each entry chained to the one
 * before by a hash, so that whoever alters, removes or reorders one is found out. Entries are written in the transaction of what they
 * tell.
 */
package io.breakwater.config.audit;
