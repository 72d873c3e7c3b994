package io.credentialrules.internal.engine;

/** A rule with a window that is in force in an evaluation, by the number of its window. */
record InForce(int window) {}
