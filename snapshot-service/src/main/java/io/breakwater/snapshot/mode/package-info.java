/**
 * Each tenant's mode and replay state, as evidence shows them when it is judged here with the tenant's own keys. An event tells of
 * evidence, and dr-controller's own table is read again and again; neither is believed beyond what the evidence shows. Written by {@code
 * trigger}, read by {@code capture} and {@code retention}.
 */
package io.breakwater.snapshot.mode;
