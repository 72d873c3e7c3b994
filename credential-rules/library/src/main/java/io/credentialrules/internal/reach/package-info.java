/** What a change of a record can bear on, found without evaluating it. */
@NullMarked
package io.credentialrules.internal.reach;

import org.jspecify.annotations.NullMarked;
