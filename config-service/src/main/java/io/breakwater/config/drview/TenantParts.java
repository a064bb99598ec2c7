package io.breakwater.config.drview;

import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.application.ApplicationEntity;
import io.breakwater.config.application.SegmentSharing.Share;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.CustomerEntity;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.server.ServerEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.ApplicationSegmentConf.PortRange;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.ReplayView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers the parts of a tenant while they are read, one query after the other. Confined to one request. */
final class TenantParts {
    CustomerEntity customer;
    DrSettings settings;
    ReplayView replay;
    List<ConnectorGroupEntity> connectorGroups;
    List<EdgeGroupEntity> edgeGroups;
    List<SegmentGroupEntity> segmentGroups;
    List<ServerEntity> servers;
    List<ServerGroupEntity> serverGroups;
    List<ApplicationEntity> applications;
    Map<Long, List<Long>> connectorGroupIds;
    Map<Long, List<Long>> serverIds;
    Map<Long, List<Long>> serverGroupIds;
    Map<Long, List<Share>> shares;

    DrView view() {
        return new DrView(
                customer.id.toString(),
                customer.name,
                customer.revision,
                settings,
                replay,
                connectorGroups.stream()
                        .map(group -> conf(group, group.dnsQueryType))
                        .toList(),
                edgeGroups.stream().map(group -> conf(group, null)).toList(),
                segmentGroups.stream().map(TenantParts::conf).toList(),
                servers.stream().map(TenantParts::conf).toList(),
                serverGroups.stream().map(this::conf).toList(),
                applications.stream().map(this::conf).toList());
    }

    private static GroupConf conf(AgentGroup group, String dnsQueryType) {
        return new GroupConf(
                group.id.toString(),
                group.name,
                group.enabled,
                group.useInDrMode,
                dnsQueryType,
                group.versionProfileId.toString(),
                group.microtenantId.toString());
    }

    private static SegmentGroupConf conf(SegmentGroupEntity group) {
        return new SegmentGroupConf(group.id.toString(), group.name, group.enabled, group.microtenantId.toString());
    }

    private static ServerConf conf(ServerEntity server) {
        return new ServerConf(
                server.id.toString(), server.name, server.address, server.enabled, server.microtenantId.toString());
    }

    private ServerGroupConf conf(ServerGroupEntity group) {
        return new ServerGroupConf(
                group.id.toString(),
                group.name,
                group.enabled,
                group.dynamicDiscovery,
                linked(connectorGroupIds, group.id),
                linked(serverIds, group.id),
                group.microtenantId.toString());
    }

    private ApplicationSegmentConf conf(ApplicationEntity application) {
        return new ApplicationSegmentConf(
                application.id.toString(),
                application.name,
                application.enabled,
                application.useInDrMode,
                List.of(application.domainNames),
                ranges(application.tcpPorts),
                ranges(application.udpPorts),
                application.segmentGroupId.toString(),
                linked(serverGroupIds, application.id),
                application.doubleEncrypt,
                application.bypassType,
                application.healthReporting,
                application.microtenantId.toString(),
                shares.getOrDefault(application.id, List.of()).stream()
                        .map(share -> Long.toString(share.microtenantId()))
                        .toList());
    }

    private static List<String> linked(Map<Long, List<Long>> links, Long id) {
        return links.getOrDefault(id, List.of()).stream().map(String::valueOf).toList();
    }

    private static List<PortRange> ranges(String[] pairs) {
        List<PortRange> ranges = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            ranges.add(new PortRange(Integer.parseInt(pairs[i]), Integer.parseInt(pairs[i + 1])));
        }
        return ranges;
    }
}
