package io.credentialrules.openbadges;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonObject;
import java.io.StringWriter;

/**
 * The canonical form of a JSON-LD document that signatures cover (RDFC-1.0, SHA-256). A term that
 * no context defines would be dropped without a trace, and is therefore an error.
 */
final class CanonicalForm {

  /** Why a document has no canonical form. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    Unavailable(String message, boolean unknown) {
      super(message);
      this.unknown = unknown;
    }

    /** Whether it is only that a context is not known; else the document is wrong or hostile. */
    boolean isUnknown() {
      return unknown;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  private final Contexts contexts;
  private final int maxSteps;

  CanonicalForm(Contexts contexts, int maxSteps) {
    this.contexts = contexts;
    this.maxSteps = maxSteps;
  }

  /** As N-Quads. */
  String of(JsonObject document) throws Unavailable {
    if (ListWork.of(document) > maxSteps) {
      throw tooMany();
    }
    JsonLdOptions options = new JsonLdOptions(contexts);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    int[] steps = {0};
    RdfCanon canonical =
        RdfCanon.create(
            "SHA-256",
            () -> {
              if (++steps[0] > maxSteps) {
                throw new IllegalStateException("steps");
              }
            });
    StringWriter text = new StringWriter();
    try {
      JsonLd.toRdf(JsonDocument.of(document)).options(options).provide(canonical);
      canonical.provide(new NQuadsWriter(text));
    } catch (JsonLdError e) {
      throw unavailable(e);
    } catch (RdfConsumerException | IllegalStateException e) {
      throw tooMany();
    }
    return text.toString();
  }

  private Unavailable tooMany() {
    return new Unavailable("it takes more than " + maxSteps + " steps to canonicalise", false);
  }

  private static Unavailable unavailable(JsonLdError error) {
    if (error.getCode() == JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED
        || error.getCode() == JsonLdErrorCode.LOADING_DOCUMENT_FAILED) {
      return new Unavailable("a context is not known", true);
    }
    String message = error.getMessage();
    return new Unavailable(
        message != null && message.contains("undefined")
            ? "a member is defined by none of its contexts"
            : "it is not JSON-LD by its contexts",
        false);
  }
}
