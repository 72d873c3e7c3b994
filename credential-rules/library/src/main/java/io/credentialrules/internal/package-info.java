/**
 * What the public types are made with: one package for each stage, and {@link
 * io.credentialrules.internal.Compilation}, which puts them in order.
 */
@NullMarked
package io.credentialrules.internal;

import org.jspecify.annotations.NullMarked;
