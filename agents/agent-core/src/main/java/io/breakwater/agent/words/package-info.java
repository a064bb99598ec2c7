/** The one place that makes words for people out of failures. What a library or the system says of itself stays out of answers, events and logs. */
package io.breakwater.agent.words;
