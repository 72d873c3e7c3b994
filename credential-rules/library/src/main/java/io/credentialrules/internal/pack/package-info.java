/** Reads the files of a policy pack, from a folder or the class path, as text within the limits. */
@NullMarked
package io.credentialrules.internal.pack;

import org.jspecify.annotations.NullMarked;
