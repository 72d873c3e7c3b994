/** Looks for records that tell a rule from its changes. */
@NullMarked
package io.credentialrules.testkit.internal.search;

import org.jspecify.annotations.NullMarked;
