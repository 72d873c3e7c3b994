package io.credentialrules.spring;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The fact types in packages of the application: classes with {@link FactType}. */
final class ScannedFactTypes {
  private ScannedFactTypes() {}

  /**
   * Scans packages and those below them.
   *
   * @throws IllegalArgumentException when a class with the annotation is no {@link Fact}
   */
  static List<Class<? extends Fact>> in(
      Collection<String> packages, Environment environment, ResourceLoader loader) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false, environment) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isIndependent();
          }
        };
    scanner.setResourceLoader(loader);
    scanner.addIncludeFilter(new AnnotationTypeFilter(FactType.class));
    TreeMap<String, Class<? extends Fact>> types = new TreeMap<>();
    for (String each : packages) {
      scanner
          .findCandidateComponents(each)
          .forEach(
              found -> {
                String name = String.valueOf(found.getBeanClassName());
                types.put(name, type(name, loader));
              });
    }
    return List.copyOf(types.values());
  }

  private static Class<? extends Fact> type(String name, ResourceLoader loader) {
    Class<?> type = ClassUtils.resolveClassName(name, loader.getClassLoader());
    if (!Fact.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "`" + name + "` has @FactType, so it must implement " + Fact.class.getSimpleName());
    }
    return type.asSubclass(Fact.class);
  }
}
