/**
 * Puts the other rooms together for a record and a date: decides which of its facts count, has the
 * engine settle what is earned, and answers with explanations, plans and forecasts when asked.
 */
@NullMarked
package io.credentialrules.internal.evaluate;

import org.jspecify.annotations.NullMarked;
