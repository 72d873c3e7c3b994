/**
 * The Spring Boot starter: {@link io.credentialrules.spring.PolicyInForce} is what an application
 * injects, {@link io.credentialrules.spring.RulesCustomizer} how it adds what properties cannot
 * say. All else is configured by {@code credential-rules.*}, as {@code docs/spring-boot.md} lists.
 */
@NullMarked
package io.credentialrules.spring;

import org.jspecify.annotations.NullMarked;
