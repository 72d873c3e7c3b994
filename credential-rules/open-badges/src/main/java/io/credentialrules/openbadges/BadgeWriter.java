package io.credentialrules.openbadges;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is earned as Open Badges 3.0, still to be signed. The criteria are the policy's
 * requirements, the results and the evidence are the facts that decided, the validity is that of
 * the decision. The same decision is written as the same text with the same id, whenever it is
 * evaluated. Immutable and thread-safe.
 */
public final class BadgeWriter {
  /** Dates and times of XML Schema, which the standard uses, have four digits for the year. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s,;)]+");
  private static final String SCHEMA = "ob_v3p0_achievementcredential_schema.json";

  private final IssuerProfile issuer;
  private final String achievements;
  private final ImmutableListMultimap<String, Alignment> alignments;
  private final boolean namesReviewers;

  private BadgeWriter(Builder builder) {
    this.issuer = builder.issuer;
    this.achievements = builder.achievements;
    this.alignments = builder.alignments.build();
    this.namesReviewers = builder.namesReviewers;
  }

  /**
   * A builder.
   *
   * @param achievements the address below which each credential of the policy has its own, ending
   *     in {@code /}
   */
  public static Builder builder(IssuerProfile issuer, String achievements) {
    return new Builder(issuer, achievements);
  }

  /** The id of the achievement that a credential of the policy is. */
  public String achievement(String credential) {
    return achievements + ResultWriting.encoded(credential);
  }

  /** By which a reader recognises the badges of this writer as the policy's own credentials. */
  public AchievementMapping mapping(Iterable<String> credentials) {
    List<AchievementMapping.Entry> entries = new ArrayList<>();
    for (String credential : credentials) {
      entries.add(AchievementMapping.Entry.ofId(issuer.id(), achievement(credential), credential));
    }
    return AchievementMapping.of(entries.toArray(AchievementMapping.Entry[]::new));
  }

  /**
   * Writes a credential that is earned.
   *
   * @param status where its status is looked up; null where the issuer keeps no list
   * @throws IllegalArgumentException when it is not earned, begins before the year 1 or ends after
   *     9999-12-30, or is only held: a badge of somebody else is not issued again
   */
  public String credential(
      Evaluation evaluation, String credential, Recipient recipient, @Nullable StatusEntry status) {
    Decision decision = evaluation.decision(credential);
    if (!(decision instanceof Decision.Earned earned)) {
      throw new IllegalArgumentException("`" + credential + "` is not earned");
    }
    Route route = earned.route();
    if (route == null) {
      throw new IllegalArgumentException("`" + credential + "` is held, and earned by no route");
    }
    ZoneId zone = evaluation.asOf().getZone();
    LocalDate since = earned.since() == null ? evaluation.asOf().toLocalDate() : earned.since();
    ResultWriting results = new ResultWriting(achievement(credential));
    route.requirements().forEach(results::add);
    JsonObjectBuilder subject = Json.object("AchievementSubject");
    recipient.write(subject);
    subject.add("achievement", achievement(earned.credential(), route, results));
    Json.add(subject, "result", results.results());
    JsonObjectBuilder written =
        CredentialHead.of("AchievementCredential", SCHEMA, earned.credential().name(), issuer);
    String from = startOf(since, zone);
    written.add("awardedDate", from).add("validFrom", from);
    if (earned.until() != null) {
      written.add("validUntil", endOf(earned.until(), zone));
    }
    written.add("credentialSubject", subject);
    Json.add(
        written,
        "evidence",
        new EvidenceWriting(namesReviewers).of(criteria(route.requirements())));
    if (status != null) {
      written.add("credentialStatus", status(status));
    }
    return identified(written.build()).toString();
  }

  static String startOf(LocalDate day, ZoneId zone) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw noDate(day);
    }
    return day.atStartOfDay(zone).format(WITH_OFFSET);
  }

  /** The first moment after a day. */
  static String endOf(LocalDate day, ZoneId zone) {
    if (!day.isBefore(LAST_DAY)) {
      throw noDate(day);
    }
    return startOf(day.plusDays(1), zone);
  }

  private static IllegalArgumentException noDate(LocalDate day) {
    return new IllegalArgumentException(
        "a badge has dates from "
            + FIRST_DAY
            + " to the day before "
            + LAST_DAY
            + ", and not "
            + day);
  }

  /** What somebody has to do, other than that the credential is in force. */
  static List<RequirementResult> criteria(List<RequirementResult> requirements) {
    return requirements.stream()
        .filter(
            requirement ->
                requirement.kind() != RequirementResult.Kind.VALIDITY
                    && requirement.kind() != RequirementResult.Kind.STANDING)
        .toList();
  }

  private JsonObject achievement(Credential credential, Route route, ResultWriting results) {
    JsonObjectBuilder achievement =
        Json.object("Achievement")
            .add("id", achievement(credential.id()))
            .add("achievementType", "MicroCredential")
            .add("name", credential.name())
            .add("description", description(credential))
            .add("criteria", criteria(route));
    Json.add(achievement, "resultDescription", results.descriptions());
    Json.add(
        achievement,
        "alignment",
        AlignmentWriting.of(alignments.get(credential.id()), route.alignments()));
    return achievement.build();
  }

  private static String description(Credential credential) {
    StringBuilder description = new StringBuilder(credential.name());
    if (credential.level() != null) {
      description.append(", level ").append(credential.level());
    }
    if (credential.pathway() != null) {
      description.append(", pathway ").append(credential.pathway());
    }
    return description.toString();
  }

  /** The page where they are published, if the policy has its address, and what they are. */
  private static JsonObjectBuilder criteria(Route route) {
    JsonObjectBuilder criteria = JsonReading.PROVIDER.createObjectBuilder();
    for (String source : route.sources()) {
      Matcher address = ADDRESS.matcher(source);
      if (address.find()) {
        criteria.add("id", address.group());
        break;
      }
    }
    return criteria.add("narrative", narrative(route));
  }

  /** The requirements of the route, and where they are published, as lists in Markdown. */
  private static String narrative(Route route) {
    List<String> names =
        criteria(route.requirements()).stream().map(RequirementResult::name).toList();
    String requirements = list(route.rule(), names);
    return route.sources().isEmpty()
        ? requirements
        : requirements + "\n" + list("Published in", route.sources());
  }

  private static String list(String heading, List<String> items) {
    return items.stream().collect(Collectors.joining("\n- ", heading + ":\n\n- ", "\n"));
  }

  static JsonObject status(StatusEntry status) {
    return JsonReading.PROVIDER
        .createObjectBuilder()
        .add("id", status.list() + "#" + status.index())
        .add("type", "BitstringStatusListEntry")
        .add("statusPurpose", "revocation")
        .add("statusListIndex", Integer.toString(status.index()))
        .add("statusListCredential", status.list())
        .build();
  }

  /** With an id that is the hash of everything that it says. */
  static JsonObject identified(JsonObject credential) {
    byte[] hash =
        Hashing.sha256().hashString(credential.toString(), StandardCharsets.UTF_8).asBytes();
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    // RFC 9562: version 8, made by a rule of its own, and the variant.
    long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
    long low = (bytes.getLong() & ~(0xc000L << 48)) | (0x8000L << 48);
    return JsonReading.PROVIDER
        .createObjectBuilder(credential)
        .add("id", "urn:uuid:" + new UUID(high, low))
        .build();
  }

  IssuerProfile issuer() {
    return issuer;
  }

  /** What a host tells a writer. Not thread-safe. */
  public static final class Builder {
    private final IssuerProfile issuer;
    private final String achievements;
    private final ImmutableListMultimap.Builder<String, Alignment> alignments =
        ImmutableListMultimap.builder();
    private boolean namesReviewers;

    private Builder(IssuerProfile issuer, String achievements) {
      if (!ObjectForms.isAbsolute(achievements) || !achievements.endsWith("/")) {
        throw new IllegalArgumentException(
            Quote.of(achievements) + " is not an http or https address that ends in `/`");
      }
      this.issuer = issuer;
      this.achievements = achievements;
    }

    /**
     * What a credential of the policy is aligned to, beside what its rules say by {@code
     * @alignment}; of two with the same address this one is written.
     */
    @CanIgnoreReturnValue
    public Builder alignment(String credential, Alignment alignment) {
      alignments.put(credential, alignment);
      return this;
    }

    /** Writes the names of those who vetted the evidence, and not their roles alone. */
    @CanIgnoreReturnValue
    public Builder namingReviewers() {
      namesReviewers = true;
      return this;
    }

    /** The issuer. */
    @Override
    public String toString() {
      return "badges of " + issuer + ", not built";
    }

    /** The writer. */
    public BadgeWriter build() {
      return new BadgeWriter(this);
    }
  }

  /** The issuer. */
  @Override
  public String toString() {
    return "badges of " + issuer;
  }
}
