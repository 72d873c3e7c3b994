/** Pages that show policies as their authors wrote them. */
@NullMarked
package io.credentialrules.testkit.internal.page;

import org.jspecify.annotations.NullMarked;
