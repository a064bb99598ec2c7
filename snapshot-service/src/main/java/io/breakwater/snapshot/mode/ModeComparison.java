package io.breakwater.snapshot.mode;

import io.breakwater.contracts.event.DrStateChanged;
import java.util.List;

/**
 * How what is stored differs from the owner's words.
 *
 * @param others the owner's states that lead to something else than what is stored
 * @param refused how many of its states are not what their evidence shows, or are of tenants whose settings are not known
 */
public record ModeComparison(List<DrStateChanged> others, long refused) {}
