/** The policies of the institution, which are in its database, and the one in force. */
@NullMarked
package io.credentialrules.examples.campus.policy;

import org.jspecify.annotations.NullMarked;
