/**
 * The results as the library states them: a record for each interface of {@code io.credentialrules}
 * that an answer is made of. A record checks that its parts agree, so that no wrong state can be
 * built. Only the library and the testkit make them, so that a result can get a further part
 * without breaking a host.
 */
@NullMarked
package io.credentialrules.internal.result;

import org.jspecify.annotations.NullMarked;
