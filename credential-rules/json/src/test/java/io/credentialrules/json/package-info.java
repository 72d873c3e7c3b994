/** Tests of JSON: what is read, what is refused and how it is said, what is written. */
@NullMarked
package io.credentialrules.json;

import org.jspecify.annotations.NullMarked;
