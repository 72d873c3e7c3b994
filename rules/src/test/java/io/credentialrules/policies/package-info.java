/** The policy packs tell the truth: every scenario of every pack, and what holds for all packs. */
@NullMarked
package io.credentialrules.policies;

import org.jspecify.annotations.NullMarked;
