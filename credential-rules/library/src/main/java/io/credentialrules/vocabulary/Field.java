package io.credentialrules.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component of a fact type means beyond its Java type. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

  /** The unit of an amount, plural, such as {@code hours}; every amount has one. */
  String unit() default "";

  /** The least value an amount can have, as a decimal number; empty where there is none. */
  String min() default "";

  /** The greatest value an amount can have, as a decimal number; empty where there is none. */
  String max() default "";

  /** Whether the text is a level of a scale that the policy orders with {@code @scale}. */
  boolean scale() default false;

  /**
   * Whether such a level may also be a text that no scale orders, such as a grade {@code W}: it can
   * be compared for equality with any text, and meets no comparison that needs an order.
   */
  boolean offScale() default false;

  /**
   * Whether a text, a word, or a yes or no is only known when what the fact tells of has ended,
   * such as whether an examination was passed: it is open while the fact is in progress. A yes is
   * not open, nor is a no that is reported already ({@code PROVISIONAL}). Amounts, dates and levels
   * are so by themselves.
   */
  boolean outcome() default false;
}
