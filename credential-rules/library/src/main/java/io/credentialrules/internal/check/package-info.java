/** Second stage: resolves names and types of the policy model and finds what is wrong with it. */
@NullMarked
package io.credentialrules.internal.check;

import org.jspecify.annotations.NullMarked;
