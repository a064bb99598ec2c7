/** How an agent gets its identity and keeps it fresh: enrolment with a provisioning key, renewal from day 30. Called by the upkeep loop. */
package io.breakwater.agent.enrolment;
