/** The loop that talks to the centre while it may: enrols, renews the certificate, follows the snapshots. Everything else goes on without it. */
package io.breakwater.agent.upkeep;
