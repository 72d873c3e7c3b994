/** Tests of what laws speak of. */
@NullMarked
package io.credentialrules.testkit.internal.law;

import org.jspecify.annotations.NullMarked;
