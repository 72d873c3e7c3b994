package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/**
 * What an achievement is aligned to (Open Badges 3.0: {@code Alignment}).
 *
 * @param targetUrl the address of the competency, course or credential in its framework
 * @param targetName its name; null where the badge gives none
 * @param targetCode its code in the framework; null where the badge gives none
 * @param targetFramework the name of the framework; null where the badge gives none
 */
public record Alignment(
    String targetUrl,
    @Nullable String targetName,
    @Nullable String targetCode,
    @Nullable String targetFramework) {}
