package io.breakwater.controller.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code roster}. */
@Entity
@Table(name = "roster")
class RosterEntity {
    @Id
    @Column(name = "agent_id")
    String agentId;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "group_id")
    String groupId;

    String kind;
    String name;
    boolean enabled;
    boolean designated;

    /** JSON array of keys. */
    String keys;
}
