/** Ends the work of a thread that was interrupted, at whatever stage it is. */
@NullMarked
package io.credentialrules.internal.work;

import org.jspecify.annotations.NullMarked;
