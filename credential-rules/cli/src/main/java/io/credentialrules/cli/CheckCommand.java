package io.credentialrules.cli;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with policy packs. */
@Command(
    name = "check",
    description = "Says everything that is wrong with policy packs.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "DIR", description = "the folders of the packs")
  private List<Path> folders = List.of();

  @ArgGroup private ProblemFormat format = new ProblemFormat();

  /** At most one of them. */
  static final class ProblemFormat {
    @Option(names = "--json", description = "print the problems as JSON")
    private boolean json;

    @Option(names = "--sarif", description = "print the problems as SARIF 2.1.0")
    private boolean sarif;
  }

  @Option(
      names = "--docs",
      paramLabel = "URI",
      defaultValue = "docs/checks.md",
      description = "where docs/checks.md is published, for the links of --sarif")
  private String docs = "docs/checks.md";

  @Option(
      names = "--watch",
      description = "check again whenever a file changes, until Ctrl-C; not with --sarif")
  private boolean watch;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (watch && format.sarif) {
      throw new ParameterException(spec.commandLine(), "--watch cannot be combined with --sarif");
    }
    PackFolders packs = read();
    List<Problem> problems = check(packs);
    if (!watch) {
      return code(problems);
    }
    AtomicInteger code = new AtomicInteger(code(problems));
    Watch.whileItChanges(
        folders,
        packs,
        this::read,
        (one, other) -> !one.differs(other),
        now -> code.set(code(check(now))));
    return code.get();
  }

  private PackFolders read() {
    return PackFolders.read(folders, limits.limits(), spec);
  }

  private List<Problem> check(PackFolders packs) {
    long started = System.nanoTime();
    List<Problem> problems = packs.problems();
    Terminal out = Terminal.out(spec);
    if (format.json) {
      out.json(ProblemJson.of(problems, packs, watch));
    } else if (format.sarif) {
      String version = new Version().getVersion()[0].replace("credential-rules ", "");
      out.json(new Sarif(packs, docs, version).of(problems));
    } else {
      out.lines(new ProblemText(packs.packs()).of(problems));
      if (watch) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        out.line("checked in " + millis + " ms; waiting for changes, Ctrl-C ends");
      }
    }
    return problems;
  }

  private static int code(List<Problem> problems) {
    boolean hasErrors = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    return hasErrors ? ExitCode.CHECK_FAILED.number() : 0;
  }
}
