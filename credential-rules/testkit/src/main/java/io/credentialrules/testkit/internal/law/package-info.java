/** What of a policy a law speaks of. */
@NullMarked
package io.credentialrules.testkit.internal.law;

import org.jspecify.annotations.NullMarked;
