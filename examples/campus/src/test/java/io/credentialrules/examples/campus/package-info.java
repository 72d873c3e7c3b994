/** Tests of the whole application, over HTTP and at its database. */
@NullMarked
package io.credentialrules.examples.campus;

import org.jspecify.annotations.NullMarked;
