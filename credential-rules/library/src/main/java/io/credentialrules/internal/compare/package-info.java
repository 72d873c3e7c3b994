/** Sets two answers side by side: what differs, and for how many learners. */
@NullMarked
package io.credentialrules.internal.compare;

import org.jspecify.annotations.NullMarked;
