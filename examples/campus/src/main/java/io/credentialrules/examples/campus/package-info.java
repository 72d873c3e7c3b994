/**
 * A small application that decides about credentials with the library, to be copied from. Each
 * package is one feature; {@code decision} is the heart.
 */
@NullMarked
package io.credentialrules.examples.campus;

import org.jspecify.annotations.NullMarked;
