package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * Plain Drools, as its documentation has it: a file system of DRL, a KIE base of the executable
 * model, a session for each learner. Facts are compared by equality; by identity, the copies that
 * each match inserts would multiply in every rule behind it.
 */
final class PlainDrools implements Engine {
  private static final AtomicInteger VERSION = new AtomicInteger();

  /** That a credential which the learner holds counts as earned. */
  private static final String HELD =
      """
      package held
      import io.credentialrules.vocabulary.*
      import io.credentialrules.policy.syntax.Earned
      rule "Held" when HeldCredential( $credential : credential )
      then
          insert( new Earned( $credential, null, null ) );
      end
      """;

  private final KieBase base;
  private final Set<String> catalogue;

  private PlainDrools(KieBase base, Set<String> catalogue) {
    this.base = base;
    this.catalogue = catalogue;
  }

  static PlainDrools compile(Map<String, String> files, Set<String> catalogue) {
    KieServices services = KieServices.get();
    ReleaseId release =
        services.newReleaseId("benchmarks", "plain", String.valueOf(VERSION.incrementAndGet()));
    KieFileSystem system = services.newKieFileSystem();
    system.generateAndWritePomXML(release);
    system.write("src/main/resources/held/held.drl", HELD);
    files.forEach(
        (path, text) -> {
          String name = text.substring("package ".length(), text.indexOf('\n')).strip();
          String folder = name.replace('.', '/');
          system.write("src/main/resources/" + folder + path.substring(path.indexOf('/')), text);
        });
    KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    KieContainer container = services.newKieContainer(release);
    try {
      var configuration = services.newKieBaseConfiguration();
      configuration.setOption(EqualityBehaviorOption.EQUALITY);
      return new PlainDrools(container.newKieBase(configuration), catalogue);
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    KieSession session = base.newKieSession();
    try {
      session.insert(new Today(TODAY));
      session.insert(Applicant.of(record.learner()));
      for (Fact fact : record.facts()) {
        if (Counting.counts(fact)) {
          session.insert(fact);
        }
      }
      session.fireAllRules();
      Set<String> earned = new HashSet<>();
      for (Object fact : session.getObjects(Earned.class::isInstance)) {
        String credential = ((Earned) fact).credential();
        if (catalogue.contains(credential)) {
          earned.add(credential);
        }
      }
      return earned;
    } finally {
      session.dispose();
    }
  }
}
