package io.credentialrules.testkit.mutation;

import io.credentialrules.testkit.internal.page.SourcePage;
import io.credentialrules.testkit.mutation.Mutant.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Mutants as a page: each file as its author wrote it, with what nobody notices below its line. */
final class MutationPage {
  private MutationPage() {}

  static String of(MutationReport report) {
    SourcePage page =
        new SourcePage(
            "Changes of policies", "Changes that are noticed: " + report.percent() + " %");
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("killed: a scenario notices", count(report, Status.KILLED));
    counts.put("survived: nobody notices", count(report, Status.SURVIVED));
    counts.put("equal: says the same, as is proven", count(report, Status.EQUAL));
    counts.put("explained: the rule says why nobody notices", count(report, Status.EXPLAINED));
    counts.put("refused by the checks", count(report, Status.REFUSED));
    page.counts(counts);
    Map<String, Map<Integer, List<Mutant>>> mutants =
        report.mutants().stream()
            .collect(
                Collectors.groupingBy(
                    mutant -> mutant.place().file(),
                    Collectors.groupingBy(mutant -> mutant.place().line())));
    report
        .files()
        .forEach(
            (file, text) -> {
              Map<Integer, List<Mutant>> lines = mutants.getOrDefault(file, Map.of());
              page.file(file, text, line -> line(lines.getOrDefault(line, List.of())));
            });
    return page.html();
  }

  private static String count(MutationReport report, Status status) {
    return String.valueOf(report.with(status).size());
  }

  private static SourcePage.Line line(List<Mutant> mutants) {
    int killed = with(mutants, Status.KILLED).size();
    List<Mutant> survivors = with(mutants, Status.SURVIVED);
    return new SourcePage.Line(
        killed, killed + survivors.size(), survivors.stream().map(MutationPage::note).toList());
  }

  private static List<Mutant> with(List<Mutant> mutants, Status status) {
    return mutants.stream().filter(mutant -> mutant.status() == status).toList();
  }

  private static SourcePage.Note note(Mutant mutant) {
    String found =
        mutant.suggestion().isEmpty()
            ? "; no learner was found whom it decides otherwise, and there may be none"
            : "; this scenario would:";
    return new SourcePage.Note(
        "nobody notices `" + mutant.text() + "` " + mutant.change() + found, mutant.suggestion());
  }
}
