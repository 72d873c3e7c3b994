/** Tests of messages, numbers, dates and lists, with ICU4J as the oracle. */
@NullMarked
package io.credentialrules.report.internal.words;

import org.jspecify.annotations.NullMarked;
