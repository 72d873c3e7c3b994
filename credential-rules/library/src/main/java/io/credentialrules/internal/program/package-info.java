/**
 * A policy with every name resolved and every value typed: values, tests and steps, the one matcher
 * that finds the combinations of facts that pass steps, and the budget that it spends. {@code
 * resolve} makes it; all later rooms read it.
 */
@NullMarked
package io.credentialrules.internal.program;

import org.jspecify.annotations.NullMarked;
