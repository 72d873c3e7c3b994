/**
 * Published pathways, frameworks and rubrics, converted to policy packs that a person can read and
 * edit: {@link io.credentialrules.pathways.PathwayReader} reads CTDL (JSON-LD), Badgr exports and
 * packages of CASE into a {@link io.credentialrules.pathways.PathwayImport}. What cannot be said in
 * rules is never left out: it becomes a sign-off of the institution, and is listed.
 */
@NullMarked
package io.credentialrules.pathways;

import org.jspecify.annotations.NullMarked;
