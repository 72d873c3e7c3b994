/** Jobs in one process with two threads; nothing of them listens beyond the loopback. */
@NullMarked
package io.credentialrules.spark;

import org.jspecify.annotations.NullMarked;
