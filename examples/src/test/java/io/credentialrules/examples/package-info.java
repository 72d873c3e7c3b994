/** The examples print what is committed, and the documents tell the truth. */
@NullMarked
package io.credentialrules.examples;

import org.jspecify.annotations.NullMarked;
