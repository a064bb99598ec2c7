package io.breakwater.agent.operator;

import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.service.Configuration;
import io.breakwater.agent.service.Generation;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code show_dr_apps}: the applications of the loaded snapshot that are designated for DR. */
final class Applications {
    private final AgentService service;

    Applications(AgentService service) {
        this.service = service;
    }

    record View(int count, List<Application> applications) {}

    record Application(String name, String id) {}

    Answer answer() {
        List<Application> applications = service
                .running()
                .map(Generation::configuration)
                .map(Optional::ofNullable)
                .orElse(Optional.empty())
                .map(Configuration::drSegments)
                .orElse(List.of())
                .stream()
                .map(Applications::application)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Number of DR applications: " + applications.size());
        applications.forEach(one -> lines.add("Name: " + one.name() + ", ID: " + one.id()));
        return new Answer(lines, new View(applications.size(), applications));
    }

    private static Application application(ApplicationSegmentConf segment) {
        return new Application(segment.name(), segment.id());
    }
}
