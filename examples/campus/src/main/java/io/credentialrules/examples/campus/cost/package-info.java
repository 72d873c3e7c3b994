/** How often somebody may ask for what costs. */
@NullMarked
package io.credentialrules.examples.campus.cost;

import org.jspecify.annotations.NullMarked;
