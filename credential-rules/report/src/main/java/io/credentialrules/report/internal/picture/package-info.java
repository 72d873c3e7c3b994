/** Credentials and what they require as a picture: what is drawn, and where it stands. */
@NullMarked
package io.credentialrules.report.internal.picture;

import org.jspecify.annotations.NullMarked;
