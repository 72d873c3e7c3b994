/** Fourth stage: weighs the facts of one record that count, with the engine. */
@NullMarked
package io.credentialrules.internal.evaluate;

import org.jspecify.annotations.NullMarked;
