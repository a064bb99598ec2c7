/** The core of every agent: what App Connectors and Private Service Edges share. Each package is a feature; {@code runtime} puts them together. */
package io.breakwater.agent;
