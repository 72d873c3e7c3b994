package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.picture.Boxes;
import io.credentialrules.report.internal.picture.Drawing;
import io.credentialrules.report.internal.picture.Layout;
import io.credentialrules.report.internal.words.Speech;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pathways of a page, each with its picture and its credentials. */
final class PathwaySections {
  private final CredentialRules rules;
  private final Evaluation evaluation;
  private final Speech speech;
  private final CredentialEntries entries;

  PathwaySections(
      CredentialRules rules, Evaluation evaluation, Speech speech, CredentialEntries entries) {
    this.rules = rules;
    this.evaluation = evaluation;
    this.speech = speech;
    this.entries = entries;
  }

  List<Page.Section> of(
      List<Credential> credentials, Map<String, Decision> decisions, boolean withPictures) {
    Map<String, List<Credential>> groups = new LinkedHashMap<>();
    for (Credential credential : credentials) {
      String group =
          credential.pathway() == null ? "pack " + credential.pack() : credential.pathway();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(credential);
    }
    Boxes boxes = new Boxes(rules, speech, evaluation);
    List<Page.Section> sections = new ArrayList<>();
    for (List<Credential> group : groups.values()) {
      String id = "section-" + (sections.size() + 1);
      String title = title(group);
      List<Box> drawn = withPictures ? boxes.of(group) : List.of();
      List<Box.Link> links = withPictures ? boxes.links(group) : List.of();
      String description = description(group, decisions);
      sections.add(
          new Page.Section(
              id,
              title,
              withPictures
                  ? draw(Layout.narrow(), id + "-narrow", title, description, drawn, links)
                  : null,
              withPictures
                  ? draw(Layout.page(), id + "-wide", title, description, drawn, links)
                  : null,
              group.stream().map(one -> entries.of(decided(decisions, one))).toList()));
    }
    return sections;
  }

  private static Decision decided(Map<String, Decision> decisions, Credential credential) {
    return java.util.Objects.requireNonNull(decisions.get(credential.id()));
  }

  private Drawing draw(
      Layout layout,
      String id,
      String title,
      String description,
      List<Box> boxes,
      List<Box.Link> links) {
    return layout.draw(
        id,
        say("page.picture", "name", title),
        description,
        boxes,
        links,
        speech.messages().locale());
  }

  private String description(List<Credential> group, Map<String, Decision> decisions) {
    int earned = 0;
    for (Credential credential : group) {
      Decision decision = decisions.get(credential.id());
      earned += decision != null && decision.isEarned() ? 1 : 0;
    }
    return say(
        "page.picture.description",
        "credentials",
        group.size(),
        "number",
        number(group.size()),
        "earned",
        number(earned));
  }

  private String title(List<Credential> group) {
    Credential first = group.get(0);
    String pathway = first.pathway();
    if (pathway == null) {
      return say("page.pack", "name", first.pack());
    }
    String name =
        rules.catalogue().stream()
            .filter(one -> pathway.equals(one.pathway()) && one.level() == null)
            .map(Credential::name)
            .findFirst()
            .orElse(pathway);
    return say("page.pathway", "name", name);
  }

  private String say(String key, Object... values) {
    return speech.messages().say(key, values);
  }

  private String number(int number) {
    return speech.writing().number(BigDecimal.valueOf(number));
  }
}
