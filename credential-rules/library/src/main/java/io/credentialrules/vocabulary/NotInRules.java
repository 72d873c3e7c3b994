package io.credentialrules.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a component of a host's fact type out of the rules: no policy can name it, it is neither
 * written to JSON nor read from it, and its type may be any. Where the library makes a fact of the
 * type, for a plan or from JSON, the component is null, false or 0. It takes part in the equality
 * of facts as every component of a record does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotInRules {}
