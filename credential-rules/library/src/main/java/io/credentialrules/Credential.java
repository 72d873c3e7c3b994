package io.credentialrules;

import org.jspecify.annotations.Nullable;

/**
 * A credential of the catalogue: something that the policy can award.
 *
 * @param id its id, from {@code @credential}
 * @param name the name of its first rule, or of the newest where rules are versions
 * @param pathway its pathway; null where its rules name none
 * @param level its level, at least 1; null where its rules name none
 * @param pack the pack that defines it
 */
public record Credential(
    String id, String name, @Nullable String pathway, @Nullable Integer level, String pack) {}
