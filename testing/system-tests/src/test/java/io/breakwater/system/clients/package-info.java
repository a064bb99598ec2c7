/** ZPA's own clients, unmodified, against the running suite; and requests that nobody wrote by hand. */
package io.breakwater.system.clients;
