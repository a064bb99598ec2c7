package io.breakwater.agent.service;

/** A verified snapshot's name, sequence and parsed content. */
public record LoadedSnapshot(String name, long sequence, Configuration configuration) {}
