package io.breakwater.snapshot.service;

import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.tokens.TokenResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service; all of them share one, and each works with tenants of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ServiceResource.class)
public @interface RunningService {}
