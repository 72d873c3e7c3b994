package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LimitExceededException;
import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.picture.Boxes;
import io.credentialrules.report.internal.picture.Layout;
import io.credentialrules.report.internal.picture.Picture;
import io.credentialrules.report.internal.words.Decisions;
import io.credentialrules.report.internal.words.ReportWork;
import io.credentialrules.report.internal.words.Speech;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pathways of a page, each with its picture and its credentials. */
final class PathwaySections {
  private final CredentialRules rules;
  private final Speech speech;
  private final CredentialEntries entries;
  private final Map<String, String> crowns = new HashMap<>();

  PathwaySections(CredentialRules rules, Speech speech, CredentialEntries entries) {
    this.rules = rules;
    this.speech = speech;
    this.entries = entries;
    for (Credential credential : rules.catalogue()) {
      if (credential.pathway() != null && credential.level() == null) {
        crowns.putIfAbsent(credential.pathway(), credential.name());
      }
    }
  }

  List<Page.Section> of(
      List<Credential> credentials,
      Map<String, Decision> decisions,
      Decisions worked,
      boolean withPictures) {
    Map<String, List<Credential>> groups = new LinkedHashMap<>();
    for (Credential credential : credentials) {
      String group =
          credential.pathway() == null
              ? "pack " + credential.pack()
              : "pathway " + credential.pathway();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(credential);
    }
    Boxes boxes = withPictures ? new Boxes(rules, speech, worked) : null;
    List<Page.Section> sections = new ArrayList<>();
    for (List<Credential> group : groups.values()) {
      String id = "section-" + (sections.size() + 1);
      String title = title(group);
      Pictures pictures =
          boxes == null
              ? Pictures.NONE
              : pictures(boxes, id, title, description(group, decisions), group);
      sections.add(
          new Page.Section(
              id,
              title,
              pictures.narrow(),
              pictures.wide(),
              pictures.note(),
              group.stream().map(one -> entries.of(decided(decisions, one))).toList()));
    }
    return sections;
  }

  private record Pictures(@Nullable Picture narrow, @Nullable Picture wide, String note) {
    static final Pictures NONE = new Pictures(null, null, "");
  }

  /** The pictures of a section, or why there are none. */
  private Pictures pictures(
      Boxes boxes, String id, String title, String description, List<Credential> group) {
    try {
      List<Box> drawn = boxes.of(group);
      List<Box.Link> links = boxes.links(group);
      return new Pictures(
          draw(Layout.narrow(), id + "-narrow", title, description, drawn, links),
          draw(Layout.page(), id + "-wide", title, description, drawn, links),
          "");
    } catch (LimitExceededException tooLarge) {
      if (!ReportWork.isOfPictures(tooLarge)) {
        throw tooLarge;
      }
      return new Pictures(null, null, say("page.no-picture", "limit", tooLarge.limit()));
    }
  }

  private static Decision decided(Map<String, Decision> decisions, Credential credential) {
    return java.util.Objects.requireNonNull(decisions.get(credential.id()));
  }

  private Picture draw(
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
        speech.messages().locale(),
        speech.messages().work());
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
    String name = crowns.getOrDefault(pathway, pathway);
    return say("page.pathway", "name", name);
  }

  private String say(String key, Object... values) {
    return speech.messages().say(key, values);
  }

  private String number(int number) {
    return speech.writing().number(BigDecimal.valueOf(number));
  }
}
