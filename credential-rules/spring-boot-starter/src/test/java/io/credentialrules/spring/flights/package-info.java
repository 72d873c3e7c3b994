/** A fact type of an application. */
@NullMarked
package io.credentialrules.spring.flights;

import org.jspecify.annotations.NullMarked;
