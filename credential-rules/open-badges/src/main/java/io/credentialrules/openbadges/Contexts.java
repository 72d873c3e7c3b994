package io.credentialrules.openbadges;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Map;

/**
 * The JSON-LD contexts that are known, by address: those of the standards, which are built in, and
 * those that the host adds. There is no other; none is fetched.
 */
final class Contexts implements DocumentLoader {
  private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/";
  private static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/";

  static final String CREDENTIALS_1 = "https://www.w3.org/2018/credentials/v1";
  static final String CREDENTIALS_2 = "https://www.w3.org/ns/credentials/v2";
  static final String OPEN_BADGES = OB + "context-3.0.3.json";
  static final String OPEN_BADGES_EXTENSIONS = OB + "extensions.json";
  static final String LEARNER_RECORD = CLR + "context-2.0.1.json";
  static final String OPEN_BADGES_2 = "https://w3id.org/openbadges/v2";

  /** What is built in; {@code NOTICE} in the same folder says where each comes from. */
  static final Contexts BUILT_IN =
      new Contexts(
          ImmutableMap.<String, JsonObject>builder()
              .put(CREDENTIALS_1, resource("credentials-v1.json"))
              .put(CREDENTIALS_2, resource("credentials-v2.json"))
              .put(
                  "https://w3id.org/security/data-integrity/v1", resource("data-integrity-v1.json"))
              .put(
                  "https://w3id.org/security/suites/ed25519-2020/v1",
                  resource("ed25519-2020-v1.json"))
              .put(OPEN_BADGES_2, resource("openbadges-v2.json"))
              .put(OB + "context.json", resource("ob-3.0.json"))
              .put(OB + "context-3.0.1.json", resource("ob-3.0.1.json"))
              .put(OB + "context-3.0.2.json", resource("ob-3.0.2.json"))
              .put(OPEN_BADGES, resource("ob-3.0.3.json"))
              .put(OPEN_BADGES_EXTENSIONS, resource("ob-3.0-extensions.json"))
              .put(CLR + "context.json", resource("clr-2.0.json"))
              .put(LEARNER_RECORD, resource("clr-2.0.1.json"))
              .buildOrThrow());

  private final ImmutableMap<String, JsonObject> documents;

  private Contexts(ImmutableMap<String, JsonObject> documents) {
    this.documents = documents;
  }

  /** These and one more; what is built in is not replaced. */
  Contexts with(String address, String json) {
    if (documents.containsKey(address)) {
      throw new IllegalArgumentException("the context " + Quote.of(address) + " is there already");
    }
    JsonValue value = JsonReading.read(address, json, BadgeLimits.DEFAULT).root().value();
    if (!(value instanceof JsonObject object) || !object.containsKey("@context")) {
      throw new IllegalArgumentException(Quote.of(address) + " is no context; it has `@context`");
    }
    return new Contexts(
        ImmutableMap.<String, JsonObject>builder()
            .putAll(documents)
            .put(address, object)
            .buildOrThrow());
  }

  boolean has(String address) {
    return documents.containsKey(address);
  }

  /** All, by address. */
  Map<String, JsonObject> documents() {
    return documents;
  }

  @Override
  public com.apicatalog.jsonld.document.Document loadDocument(
      URI address, DocumentLoaderOptions options) throws JsonLdError {
    JsonObject document = documents.get(address.toString());
    if (document == null) {
      throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "is not built in");
    }
    JsonDocument loaded = JsonDocument.of(document);
    loaded.setDocumentUrl(address);
    return loaded;
  }

  private static JsonObject resource(String name) {
    URL url = Resources.getResource(Contexts.class, "contexts/" + name);
    try {
      return JsonReading.read(name, Resources.toByteArray(url), BadgeLimits.DEFAULT)
          .root()
          .object();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
