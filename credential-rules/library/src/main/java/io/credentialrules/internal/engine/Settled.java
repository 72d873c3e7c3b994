package io.credentialrules.internal.engine;

/** A requirement that is satisfied, by its number; what credential rules ask for. */
record Settled(int requirement) {}
