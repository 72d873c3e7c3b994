/**
 * Says why: the state of each requirement, what it has and lacks, and on which evidence it rests.
 * It reads the program and what was decided, with the matcher of {@code program} and the days of
 * {@code timeline}, and never the engine's network.
 */
@NullMarked
package io.credentialrules.internal.explain;

import org.jspecify.annotations.NullMarked;
