package io.credentialrules.internal.compile;

/** A rule with a window that is in force in an evaluation, by the number of its window. */
record InForce(int window) {}
