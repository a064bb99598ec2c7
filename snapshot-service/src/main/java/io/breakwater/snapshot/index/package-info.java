/**
 * Each group's index: what its agents may install, and the facts they need before any snapshot. An index changes in one transaction with
 * the event that tells of it (I5). Written by {@code capture}, read by {@code download}.
 */
package io.breakwater.snapshot.index;
