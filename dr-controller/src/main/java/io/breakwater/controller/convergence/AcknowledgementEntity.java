package io.breakwater.controller.convergence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code acknowledgement}: when an agent first said that it follows an activation. */
@Entity
@Table(name = "acknowledgement")
class AcknowledgementEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "agent_id")
    String agentId;

    String identity;

    @Column(name = "tenant_mode")
    String tenantMode;

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;
}
