/**
 * Tests of the testkit: what a scenario says, how it is refused, and how a wrong answer is told.
 */
@NullMarked
package io.credentialrules.testkit;

import org.jspecify.annotations.NullMarked;
