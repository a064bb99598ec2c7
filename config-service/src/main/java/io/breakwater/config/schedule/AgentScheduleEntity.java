package io.breakwater.config.schedule;

import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import io.breakwater.contracts.event.AgentKind;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** When a tenant's agents of one kind are deleted. There is always one. */
@Entity
@Table(name = "agent_schedule")
public class AgentScheduleEntity extends PanacheEntityBase {
    private static final long LEAST_DAYS = 5;
    private static final long MOST_DAYS = 3_650;

    @Id
    public Long id;

    public Long customerId;

    @Enumerated(EnumType.STRING)
    public AgentKind agentKind;

    public String frequency;

    /** Days out of touch. */
    public Long frequencyInterval;

    public Boolean enabled;

    /** Whether disabled agents are deleted too. */
    public Boolean deleteDisabled;

    /** The resources {@code connectorSchedule} and {@code serviceEdgeSchedule}. */
    public static final Shape<AgentScheduleEntity> SHAPE = Shape.of(
            "schedule",
            List.of(
                    Field.readOnly("id", WireTypes.id(), schedule -> schedule.id),
                    Field.readOnly("customerId", WireTypes.id(), schedule -> schedule.customerId),
                    Field.of(
                            "frequency",
                            WireTypes.choice("days"),
                            schedule -> schedule.frequency,
                            (schedule, v) -> schedule.frequency = v,
                            "days"),
                    Field.of(
                            "frequencyInterval",
                            WireTypes.number(LEAST_DAYS, MOST_DAYS),
                            schedule -> schedule.frequencyInterval,
                            (schedule, v) -> schedule.frequencyInterval = v,
                            LEAST_DAYS),
                    Field.flag("enabled", schedule -> schedule.enabled, (schedule, v) -> schedule.enabled = v, false),
                    Field.flag(
                            "deleteDisabled",
                            schedule -> schedule.deleteDisabled,
                            (schedule, v) -> schedule.deleteDisabled = v,
                            false)));

    /** A new tenant's: switched off. */
    static AgentScheduleEntity initial(long id, long customerId, AgentKind kind) {
        AgentScheduleEntity schedule = new AgentScheduleEntity();
        schedule.id = id;
        schedule.customerId = customerId;
        schedule.agentKind = kind;
        schedule.frequency = "days";
        schedule.frequencyInterval = LEAST_DAYS;
        schedule.enabled = false;
        schedule.deleteDisabled = false;
        return schedule;
    }
}
