package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Compiles what {@link RulesOf} names, once for all tests of a run. */
final class CompiledRules implements ParameterResolver {
  private static final Namespace OWN = Namespace.create(CompiledRules.class);

  CompiledRules() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CredentialRules.class;
  }

  @Override
  public CredentialRules resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RulesOf named = nearest(parameter, context);
    if (named.value().length == 0) {
      throw new ParameterResolutionException(
          "@RulesOf names no pack; write the folder of one, such as @RulesOf( \"rules/garden\" )");
    }
    Set<Path> folders =
        Arrays.stream(named.value())
            .map(folder -> Path.of(folder).toAbsolutePath().normalize())
            .collect(Collectors.toCollection(TreeSet::new));
    Key key = new Key(folders, Set.of(named.factTypes()));
    return context
        .getRoot()
        .getStore(OWN)
        .getOrComputeIfAbsent(key, CompiledRules::compiled, CredentialRules.class);
  }

  private static CredentialRules compiled(Key key) {
    CredentialRules.Builder builder = CredentialRules.builder();
    key.factTypes().forEach(builder::register);
    key.folders().forEach(folder -> builder.add(PolicyPack.read(folder)));
    return builder.compile();
  }

  private static RulesOf nearest(ParameterContext parameter, ExtensionContext context) {
    Optional<RulesOf> found =
        parameter
            .findAnnotation(RulesOf.class)
            .or(() -> AnnotationSupport.findAnnotation(context.getTestMethod(), RulesOf.class));
    for (ExtensionContext at = context;
        found.isEmpty() && at != null;
        at = at.getParent().orElse(null)) {
      found = AnnotationSupport.findAnnotation(at.getTestClass(), RulesOf.class);
    }
    return found.orElseThrow(
        () ->
            new ParameterResolutionException(
                "no @RulesOf says which packs are meant; write one on the class"));
  }

  /** What is compiled once. */
  private record Key(Set<Path> folders, Set<Class<? extends Fact>> factTypes) {}
}
