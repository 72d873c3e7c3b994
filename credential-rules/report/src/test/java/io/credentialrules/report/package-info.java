/** Tests of what people read. */
@NullMarked
package io.credentialrules.report;

import org.jspecify.annotations.NullMarked;
