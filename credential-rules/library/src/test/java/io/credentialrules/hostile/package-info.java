/** Policies that try to harm their host, and the proof that none does. */
@NullMarked
package io.credentialrules.hostile;

import org.jspecify.annotations.NullMarked;
