/** The topology, driven without a broker. */
@NullMarked
package io.credentialrules.kafka;

import org.jspecify.annotations.NullMarked;
