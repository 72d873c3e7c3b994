/** Who may sign in, and what each may open. */
@NullMarked
package io.credentialrules.examples.campus.people;

import org.jspecify.annotations.NullMarked;
