/** Words for everything that an answer can name: message bundles, nouns, phrases, sentences. */
@NullMarked
package io.credentialrules.report.internal.words;

import org.jspecify.annotations.NullMarked;
