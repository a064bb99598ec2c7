package io.breakwater.contracts.config;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import java.util.List;

/** The content of {@code customer_conf.json}: the tenant, its DR settings, the agents' own group and the groups designated for DR. */
public record CustomerConf(
        String customerId,
        String customerName,
        long configurationRevision,
        DrSettings drSettings,
        AgentKind groupKind,
        GroupConf group,
        List<GroupConf> drAppConnectorGroups,
        List<GroupConf> drServiceEdgeGroups) {}
