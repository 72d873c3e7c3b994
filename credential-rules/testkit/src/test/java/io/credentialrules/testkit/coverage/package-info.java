/** Tests of coverage. */
@NullMarked
package io.credentialrules.testkit.coverage;

import org.jspecify.annotations.NullMarked;
