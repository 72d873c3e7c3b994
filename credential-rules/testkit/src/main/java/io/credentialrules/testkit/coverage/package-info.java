/**
 * How much of a policy its scenarios, or any other records, decide: which rules hold for one of
 * them, which conditions decide one alone, and which bounds are seen from both sides.
 */
@NullMarked
package io.credentialrules.testkit.coverage;

import org.jspecify.annotations.NullMarked;
