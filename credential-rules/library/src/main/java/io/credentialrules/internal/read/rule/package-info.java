/** Reads what is around the conditions of a rule: its name, annotations and attributes. */
@NullMarked
package io.credentialrules.internal.read.rule;

import org.jspecify.annotations.NullMarked;
