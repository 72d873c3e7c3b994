/** The pages of those who write policies. */
@NullMarked
package io.credentialrules.examples.campus.author;

import org.jspecify.annotations.NullMarked;
