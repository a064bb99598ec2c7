/**
 * How agents come in and stay in: enrolment with a provisioning key, tokens for the newest boot only, renewal of certificates, and the
 * list of who is enrolled.
 */
package io.breakwater.config.enrollment;
