package io.breakwater.controller;

import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.tokens.TokenResource;
import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** PostgreSQL, Kafka, a token key and what config-service owns, for the service under test. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(StubConfigService.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RealServers {}
