package io.breakwater.agent.identity;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/** An enrolled agent's key, certificate and enrolment. */
public record AgentIdentity(Enrolment enrolment, KeyPair keys, X509Certificate certificate) {}
