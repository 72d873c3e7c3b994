/**
 * The policy model, for tools: a policy file as typed records, each with the place in the file that
 * it came from, and the vocabulary that it is written in. Everything else the library does starts
 * here.
 */
@NullMarked
package io.credentialrules.policy;

import org.jspecify.annotations.NullMarked;
