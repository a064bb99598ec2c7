/** Enrolment certificates: the tenant's own certificate authority, the certificates below it, and what they issue to agents. */
package io.breakwater.config.certificate;
