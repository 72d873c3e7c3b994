/** Text as messages show it: quoted, shortened, and the word that an author may have meant. */
@NullMarked
package io.credentialrules.internal.text;

import org.jspecify.annotations.NullMarked;
