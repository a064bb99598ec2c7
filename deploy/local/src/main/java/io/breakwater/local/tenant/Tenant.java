package io.breakwater.local.tenant;

import java.util.Map;

/**
 * A tenant with the key of its administrator.
 *
 * @param drDomain the name of its activation record
 * @param ids of what was made for it, by what it is: {@code connectorGroup.dr}, {@code application.ordinary}, …
 * @param provisioningKeys by the group they enrol agents into: {@code connectorGroup.dr}, {@code connectorGroup.ordinary},
 *     {@code serviceEdgeGroup.dr}
 */
public record Tenant(
        String customerId,
        String name,
        String clientId,
        String clientSecret,
        String drDomain,
        Map<String, String> ids,
        Map<String, String> provisioningKeys) {
    public Tenant {
        ids = Map.copyOf(ids);
        provisioningKeys = Map.copyOf(provisioningKeys);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Tenant[" + customerId + ", " + name + ", " + clientId + "]";
    }
}
