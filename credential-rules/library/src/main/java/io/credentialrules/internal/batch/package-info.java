/** Work on a stream of things: done on an executor of the host, handed on in order. */
@NullMarked
package io.credentialrules.internal.batch;

import org.jspecify.annotations.NullMarked;
