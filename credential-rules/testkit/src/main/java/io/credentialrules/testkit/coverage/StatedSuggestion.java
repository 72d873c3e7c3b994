package io.credentialrules.testkit.coverage;

/** {@link SuggestedScenario} as it is stated. */
record StatedSuggestion(CoveragePoint point, String path, String text)
    implements SuggestedScenario {}
