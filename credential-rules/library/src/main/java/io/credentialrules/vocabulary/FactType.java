package io.credentialrules.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record that implements {@link Fact} a type that policies can name. The record's simple
 * name is its name in DRL.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FactType {

  /** The noun that sentences use, such as {@code work experience}. */
  String noun();

  /** Its plural. */
  String plural();

  /** Whether a fact of this type counts only once a reviewer has accepted it. */
  boolean needsVetting() default true;

  /**
   * Whether only the institution brings such a fact about, as it does an enrolment: plans never ask
   * a learner for one.
   */
  boolean statedByInstitution() default false;
}
