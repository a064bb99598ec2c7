/** What is true of a customer as a whole: auth domains, sign-on options, search suffixes, the version profile, DR tool versions. */
package io.breakwater.config.company;
