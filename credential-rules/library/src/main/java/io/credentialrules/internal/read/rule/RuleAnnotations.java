package io.credentialrules.internal.read.rule;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.ValidTo;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.policy.syntax.Silence;
import io.credentialrules.policy.syntax.StatedName;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of one rule say together: what the rule proves or awards, and its settings.
 */
final class RuleAnnotations {
  private static final ImmutableMap<String, Lapses> LAPSES =
      ImmutableMap.of("with-components", Lapses.WITH_COMPONENTS, "never", Lapses.NEVER);

  private static final ImmutableMap<String, Renews> RENEWS =
      ImmutableMap.of(
          "whole", Renews.WHOLE, "each-part", Renews.EACH_PART, "latest-part", Renews.LATEST_PART);

  private static final ImmutableMap<String, VersionBy> VERSIONS =
      ImmutableMap.of(
          "evaluation-date", VersionBy.EVALUATION_DATE, "policy-date", VersionBy.POLICY_DATE);

  private static final ImmutableMap<String, EvidenceUse> EVIDENCE =
      ImmutableMap.of("shared", EvidenceUse.SHARED, "exclusive", EvidenceUse.EXCLUSIVE);

  private static final Set<String> REPEATABLE =
      ImmutableSet.of("recommends", "external", "alignment", "silence");

  private static final Set<String> OF_CREDENTIALS =
      ImmutableSet.of("pathway", "level", "validFor", "renews", "lapses", "evidence", "recommends");

  private static final Set<String> SETTINGS =
      ImmutableSet.of("validFor", "renews", "lapses", "versionBy", "evidence");

  private final Problems problems;
  private final AnnotationArguments arguments;
  private final Set<String> seen = new HashSet<>();
  private final List<Annotation> ofCredentials = new ArrayList<>();
  private final Alignments alignments;
  private final List<Silence> silences = new ArrayList<>();
  private final List<Reference> recommends = new ArrayList<>();
  private final List<Reference> external = new ArrayList<>();
  private final List<String> meantIds = new ArrayList<>();
  private boolean someUnread;
  private @Nullable Reference requirement;
  private @Nullable Reference credential;
  private @Nullable Reference pathway;
  private @Nullable Integer level;
  private @Nullable String source;
  private @Nullable StatedName called;
  private @Nullable StatedName described;
  private List<Scale> scales = List.of();
  private @Nullable StatedZone zone;
  private @Nullable Period validFor;
  private @Nullable ValidTo validTo;
  private @Nullable Renews renews;
  private @Nullable Lapses lapses;
  private @Nullable VersionBy versionBy;
  private @Nullable EvidenceUse evidence;

  RuleAnnotations(Problems problems) {
    this.problems = problems;
    this.arguments = new AnnotationArguments(problems);
    this.alignments = new Alignments(problems);
  }

  /** Remembers that something was not read: it may have been what seems to be missing. */
  void addUnread() {
    someUnread = true;
  }

  void add(Annotation annotation) {
    String name = annotation.name();
    if (!AnnotationArguments.annotations().contains(name)) {
      String nearest = NearestWord.of(name, AnnotationArguments.annotations());
      someUnread = true;
      rememberIds(AnnotationsOfOthers.isCredential(name) ? "credential" : nearest, annotation);
      problems.add(
          annotation.nameSpan(),
          RuleFaults.unknownAnnotation(
              name,
              AnnotationsOfOthers.meant(
                  name,
                  nearest == null
                      ? "the annotations of rules are @"
                          + String.join(", @", AnnotationArguments.annotations())
                      : "maybe `@" + nearest + "`")));
      return;
    }
    if (!seen.add(name) && !REPEATABLE.contains(name)) {
      problems.add(annotation.span(), RuleFaults.duplicateAnnotation(name));
      return;
    }
    if (OF_CREDENTIALS.contains(name)) {
      ofCredentials.add(annotation);
    }
    read(annotation);
  }

  /** What was meant to be the id of the rule exists, so that nobody need miss it. */
  private void rememberIds(@Nullable String meant, Annotation annotation) {
    if ("requirement".equals(meant) || "credential".equals(meant)) {
      annotation.values().forEach(value -> meantIds.add(value.text()));
    }
  }

  private void rememberNearest(@Nullable Reference id, Annotation annotation) {
    for (Annotation.Value value : annotation.values()) {
      String nearest = id == null ? AnnotationValues.nearestId(value.text()) : null;
      if (nearest != null) {
        meantIds.add(nearest);
      }
    }
  }

  private void read(Annotation annotation) {
    switch (annotation.name()) {
      case "requirement" -> {
        requirement = arguments.id(annotation);
        rememberNearest(requirement, annotation);
      }
      case "credential" -> {
        credential = arguments.id(annotation);
        rememberNearest(credential, annotation);
      }
      case "pathway" -> pathway = arguments.id(annotation);
      case "level" -> level = arguments.level(annotation);
      case "zone" -> zone(annotation);
      case "source" -> source = arguments.text(annotation);
      case "name" -> called = stated(annotation);
      case "scale" -> scales = arguments.scales(annotation);
      case "validFor" -> {
        validFor = arguments.period(annotation);
        validTo = arguments.validTo(annotation);
      }
      case "renews" -> renews = arguments.choice(annotation, RENEWS);
      case "lapses" -> lapses = arguments.choice(annotation, LAPSES);
      case "versionBy" -> versionBy = arguments.choice(annotation, VERSIONS);
      case "evidence" -> evidence = arguments.choice(annotation, EVIDENCE);
      case "recommends" -> recommends.addAll(arguments.ids(annotation));
      case "external" -> external.addAll(arguments.ids(annotation));
      case "alignment" -> alignments.add(annotation);
      case "silence" -> {
        Silence silence = arguments.silence(annotation);
        if (silence != null) {
          silences.add(silence);
        }
      }
      case "description" -> described = stated(annotation);
      default -> arguments.text(annotation);
    }
  }

  private void zone(Annotation annotation) {
    ZoneId id = arguments.zone(annotation);
    zone = id == null ? null : new StatedZone(id, annotation.span());
  }

  /** Reports what is missing or does not go together, once all annotations were read. */
  void check(String rule, SourceSpan nameSpan) {
    boolean proves = seen.contains("requirement");
    boolean awards = seen.contains("credential");
    if (proves && awards) {
      problems.add(nameSpan, RuleFaults.twoMeanings(rule));
    } else if (!proves && !awards && !someUnread) {
      problems.add(nameSpan, RuleFaults.missingMeaning(rule));
    } else if (proves) {
      for (Annotation annotation : ofCredentials) {
        problems.add(annotation.span(), RuleFaults.annotationOfCredentials(annotation.name()));
      }
    }
  }

  /** The ids of what the rule proves or awards, as far as they could be read. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(meantIds);
    if (requirement != null) {
      ids.add(requirement.id());
    }
    if (credential != null) {
      ids.add(credential.id());
    }
    return ids;
  }

  @Nullable String source() {
    return source;
  }

  private @Nullable StatedName stated(Annotation annotation) {
    String text = arguments.text(annotation);
    return text == null ? null : new StatedName(text, annotation.span());
  }

  /** The note on the rule; null where there is none. */
  @Nullable StatedName described() {
    return described;
  }

  /** What the requirement or credential is called, where this rule says it. */
  @Nullable StatedName called() {
    return called;
  }

  List<Scale> scales() {
    return scales;
  }

  /** The time zone of the pack, where this rule says it. */
  @Nullable StatedZone zone() {
    return zone;
  }

  /** The credentials that this rule says are awarded elsewhere. */
  List<Reference> external() {
    return external;
  }

  /** What the rule is aligned to, each address once. */
  List<AlignmentTarget> alignments() {
    return alignments.targets();
  }

  List<Silence> silences() {
    return silences;
  }

  /** The rule; null where the annotations name neither a requirement nor a credential. */
  @Nullable PolicyRule rule(RuleHeader header, Condition.All when) {
    if (requirement != null) {
      return new RequirementRule(
          header,
          requirement.id(),
          requirement.span(),
          versionBy == null ? CredentialSettings.DEFAULT.versionBy() : versionBy,
          when);
    }
    if (credential == null) {
      return null;
    }
    return new CredentialRule(
        header,
        credential.id(),
        credential.span(),
        pathway == null ? null : pathway.id(),
        level,
        recommends,
        settings(),
        when);
  }

  private CredentialSettings settings() {
    CredentialSettings otherwise = CredentialSettings.DEFAULT;
    if (Collections.disjoint(seen, SETTINGS)) {
      return otherwise;
    }
    CredentialSettings settings =
        otherwise
            .withValidity(validFor, validTo)
            .with(Objects.requireNonNullElse(renews, otherwise.renews()))
            .with(Objects.requireNonNullElse(lapses, otherwise.lapses()))
            .with(Objects.requireNonNullElse(versionBy, otherwise.versionBy()))
            .with(Objects.requireNonNullElse(evidence, otherwise.evidence()));
    // Most credentials have no settings of their own; what is compiled keeps these once.
    return settings.equals(otherwise) ? otherwise : settings;
  }
}
