/**
 * Third stage: builds the network of the rule engine from the program. Only this stage and evaluate
 * know the engine.
 */
@NullMarked
package io.credentialrules.internal.compile;

import org.jspecify.annotations.NullMarked;
