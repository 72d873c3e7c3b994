/** The starter in applications. */
@NullMarked
package io.credentialrules.spring;

import org.jspecify.annotations.NullMarked;
