/** Credentials and what they require as a picture: what is drawn, and where. */
@NullMarked
package io.credentialrules.report.internal.picture;

import org.jspecify.annotations.NullMarked;
