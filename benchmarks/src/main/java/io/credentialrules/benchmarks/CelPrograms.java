package io.credentialrules.benchmarks;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.credentialrules.LearnerRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CEL-Java, as its documentation has it: each requirement is an expression that is compiled and
 * planned once. Java loops over all pathways, and stops at the first requirement of a level that is
 * not met. CEL adds no numbers up, so a function in Java does.
 */
final class CelPrograms implements Engine {
  /** What each level requires, beside the level below. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of(training("intro"), training("foundation"), score("preparation", 2)),
          List.of(
              training("practice"),
              score("practice", 3),
              "certifications.exists(f, f.certification == 'PATHWAY-cert')"),
          List.of(
              "sum(work.filter(f, f.subject == 'PATHWAY' && f.siteApproved).map(f, f.hours)) >= 120.0",
              score("competency", 3),
              "feedback.exists(f, f.subject == 'PATHWAY' && f.providerRole == 'HOST')"));

  private final List<Pathway> pathways;

  /**
   * The programs of a pathway.
   *
   * @param levels what each level requires, beside the level below
   */
  private record Pathway(String id, List<List<CelRuntime.Program>> levels) {}

  private CelPrograms(List<Pathway> pathways) {
    this.pathways = pathways;
  }

  private static String training(String id) {
    return "trainings.exists(f, f.subject == 'PATHWAY' && f.training == '"
        + id
        + "' && f.type == 'COURSE')";
  }

  private static String score(String criterion, int least) {
    return "scores.exists(f, f.rubric == 'PATHWAY' && f.criterion == '"
        + criterion
        + "' && f.score >= "
        + least
        + ".0)";
  }

  static CelPrograms compile(Catalogue catalogue) {
    ListType facts = ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
    CelFunctionDecl sum =
        CelFunctionDecl.newFunctionDeclaration(
            "sum",
            CelOverloadDecl.newGlobalOverload(
                "sum_list", SimpleType.DOUBLE, ListType.create(SimpleType.DYN)));
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(sum);
    FactMaps.NAMES.forEach(name -> builder.addVar(name, facts));
    CelCompiler compiler = builder.build();
    CelRuntime runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                    "sum", CelFunctionBinding.from("sum_list", List.class, CelPrograms::sum)))
            .build();
    List<Pathway> pathways = new ArrayList<>();
    for (int i = 0; i < catalogue.pathways(); i++) {
      List<List<CelRuntime.Program>> levels = new ArrayList<>();
      for (List<String> level : LEVELS) {
        List<CelRuntime.Program> programs = new ArrayList<>();
        for (String expression : level) {
          programs.add(program(compiler, runtime, expression.replace("PATHWAY", "p" + i)));
        }
        levels.add(programs);
      }
      pathways.add(new Pathway("p" + i, levels));
    }
    return new CelPrograms(pathways);
  }

  private static CelRuntime.Program program(
      CelCompiler compiler, CelRuntime runtime, String expression) {
    try {
      return runtime.createProgram(compiler.compile(expression).getAst());
    } catch (CelValidationException | CelEvaluationException wrong) {
      throw new IllegalStateException(expression, wrong);
    }
  }

  private static double sum(List<?> numbers) {
    double sum = 0;
    for (Object number : numbers) {
      sum += ((Number) number).doubleValue();
    }
    return sum;
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    Map<String, Object> facts = FactMaps.of(record, hours -> hours.doubleValue());
    Set<String> earned = new HashSet<>();
    try {
      for (Pathway pathway : pathways) {
        int level = 0;
        while (level < pathway.levels.size() && areMet(pathway.levels.get(level), facts)) {
          level++;
          earned.add(pathway.id + "-" + level);
        }
        if (level == pathway.levels.size()) {
          earned.add(pathway.id);
        }
      }
    } catch (CelEvaluationException wrong) {
      throw new IllegalStateException(wrong);
    }
    return earned;
  }

  private static boolean areMet(List<CelRuntime.Program> requirements, Map<String, Object> facts)
      throws CelEvaluationException {
    for (CelRuntime.Program requirement : requirements) {
      if (!Boolean.TRUE.equals(requirement.eval(facts))) {
        return false;
      }
    }
    return true;
  }
}
