/**
 * Keeps work within bounds at whatever stage it is: ends that of a thread that was interrupted, and
 * finds what is equal however many have one hash.
 */
@NullMarked
package io.credentialrules.internal.work;

import org.jspecify.annotations.NullMarked;
