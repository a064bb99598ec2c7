/**
 * What an operator can ask the agent on the box, on a loopback port: ZPA's four questions and our fifth, as text, a line an item, or as
 * JSON. Works in every mode and needs nothing but the agent.
 */
package io.breakwater.agent.operator;
