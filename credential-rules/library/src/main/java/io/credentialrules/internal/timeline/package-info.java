/**
 * When things hold: the rules as they would decide on any day with what is known on one day, and
 * the days on which a decision changes. Plain searches over the program, without the engine.
 */
@NullMarked
package io.credentialrules.internal.timeline;

import org.jspecify.annotations.NullMarked;
