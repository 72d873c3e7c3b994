/**
 * Reads policy files: from the text of the declarative part of DRL to the policy model, every other
 * text to a problem at its place. Runs nothing, throws nothing, and takes time in proportion to the
 * text.
 */
@NullMarked
package io.credentialrules.internal.read;

import org.jspecify.annotations.NullMarked;
