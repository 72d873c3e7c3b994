/** The command line: the library for people who write no Java. */
@NullMarked
package io.credentialrules.cli;

import org.jspecify.annotations.NullMarked;
