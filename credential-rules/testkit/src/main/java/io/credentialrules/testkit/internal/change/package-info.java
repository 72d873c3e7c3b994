/**
 * What can be changed in a policy, and what becomes of it: the source of coverage, of advice on
 * missing scenarios and of mutation. Changed rules are compiled beside the rules that they were
 * made from, all in one policy, so that one evaluation of a record tells which of them it can tell
 * from the original.
 */
@NullMarked
package io.credentialrules.testkit.internal.change;

import org.jspecify.annotations.NullMarked;
