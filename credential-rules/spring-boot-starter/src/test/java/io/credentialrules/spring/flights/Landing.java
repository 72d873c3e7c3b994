package io.credentialrules.spring.flights;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;

/** Landings of a pilot. */
@FactType(noun = "landing", plural = "landings", needsVetting = false)
public record Landing(@Field(unit = "landings", min = "0") int number, Provenance provenance)
    implements Fact {}
