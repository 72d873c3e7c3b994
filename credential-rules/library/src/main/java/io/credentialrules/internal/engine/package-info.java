/** Builds the network of the rule engine from the program. Only this room knows the engine. */
@NullMarked
package io.credentialrules.internal.engine;

import org.jspecify.annotations.NullMarked;
