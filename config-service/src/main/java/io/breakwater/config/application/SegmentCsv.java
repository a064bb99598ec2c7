package io.breakwater.config.application;

import io.breakwater.config.wire.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Application segments as comma-separated values (RFC 4180), with a header line. Pure. */
final class SegmentCsv {
    private static final List<String> HEADER = List.of(
            "id",
            "name",
            "description",
            "enabled",
            "domainNames",
            "tcpPortRanges",
            "udpPortRanges",
            "segmentGroupId",
            "useInDrMode");

    private SegmentCsv() {}

    static String of(List<ApplicationEntity> applications) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        applications.forEach(application -> lines.add(cells(application)));
        return Csv.of(lines);
    }

    private static List<String> cells(ApplicationEntity application) {
        return Arrays.asList(
                application.id.toString(),
                application.name,
                application.description,
                application.enabled.toString(),
                String.join(" ", application.domainNames),
                String.join(" ", application.tcpPorts),
                String.join(" ", application.udpPorts),
                application.segmentGroupId.toString(),
                application.useInDrMode.toString());
    }
}
