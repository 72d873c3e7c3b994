/**
 * The policy model, for tools: a policy file as typed records, each with its place in the file.
 * Everything else the library does starts here. It follows the language: a version that adds to the
 * language adds to these records, and may break a tool that builds on them, but no host that only
 * evaluates.
 */
@NullMarked
package io.credentialrules.policy.syntax;

import org.jspecify.annotations.NullMarked;
