package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Progress;
import io.credentialrules.Route;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials with what comes directly before each; of a learner, how far each is. */
final class GraphJson {
  private GraphJson() {}

  /**
   * The document.
   *
   * @param credentials those that are listed; what comes before them is named even where it is not
   * @param evaluation of a learner; null for nobody
   */
  static String of(
      List<Credential> credentials, CredentialRules rules, @Nullable Evaluation evaluation) {
    StringWriter text = new StringWriter();
    Map<String, Map<String, Boolean>> before = rules.prerequisites();
    try (JsonListing listing = new JsonListing(new Terminal(new PrintWriter(text)))) {
      listing.beginArray("credentials");
      for (Credential credential : credentials) {
        listing.beginObject();
        listing.text("id", credential.id());
        listing.text("name", credential.name());
        listing.text("pack", credential.pack());
        listing.text("pathway", credential.pathway());
        if (credential.level() != null) {
          listing.number("level", credential.level());
        }
        if (evaluation != null) {
          state(evaluation.decision(credential.id()), listing);
        }
        listing.beginArray("after");
        before
            .getOrDefault(credential.id(), Map.of())
            .forEach((first, isNeeded) -> edge(first, isNeeded, listing));
        listing.endArray();
        listing.endObject();
      }
      listing.endArray();
    }
    return text.toString();
  }

  private static void edge(String first, boolean isNeeded, JsonListing listing) {
    listing.beginObject();
    listing.text("credential", first);
    listing.truth("needed", isNeeded);
    listing.endObject();
  }

  private static void state(Decision decision, JsonListing listing) {
    listing.truth("earned", decision.isEarned());
    if (decision instanceof Decision.NotEarned not && !not.routes().isEmpty()) {
      Route nearest = not.routes().get(0);
      Progress progress = nearest.progress();
      listing.number("done", progress.done());
      listing.number("total", progress.total());
    }
  }
}
