package io.credentialrules.testkit;

import io.credentialrules.vocabulary.Fact;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests of JUnit the rules of some packs: on a class, a method or a parameter of type {@link
 * io.credentialrules.CredentialRules}; the nearest one says which. Packs are read and compiled once
 * a test run, however many classes name them, in whatever order their paths are written.
 *
 * <pre>{@code
 * @RulesOf("rules/garden")
 * class GardenTest {
 *   @Test
 *   void level_1_needs_the_quiz(CredentialRules rules) {
 *     verifyThat(rules).on(DATE, ZONE).hasNotEarned("level-1").lacking("quiz");
 *   }
 * }
 * }</pre>
 *
 * <p>A pack that does not compile fails each test that asks for it, with its problems at their
 * places.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@ExtendWith(CompiledRules.class)
public @interface RulesOf {
  /** The folders of the packs, from where the tests run; at least one. */
  String[] value();

  /** A host's own fact types that the packs name. */
  Class<? extends Fact>[] factTypes() default {};
}
