/** Tells the listeners of a host what was done, and how long it took. */
@NullMarked
package io.credentialrules.internal.listen;

import org.jspecify.annotations.NullMarked;
