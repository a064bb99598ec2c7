/**
 * NOTIFY (RFC 1996) over UDP and TCP, with TSIG (RFC 8945). A NOTIFY is only a nudge to look: nothing in it is believed, so the worst
 * that a forged one can do is a look too many. The one package of the watcher that reads DNS messages itself.
 */
package io.breakwater.watcher.notify;
