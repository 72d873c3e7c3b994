package io.credentialrules.report.internal.page;

import com.google.common.base.Throwables;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.credentialrules.LimitExceededException;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.report.internal.words.Messages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The templates that write pages. They come from this jar only; whatever they are given is escaped
 * by the format that each names in its first line. Safe to share between threads.
 */
public final class Templates {
  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class, "/io/credentialrules/report/templates"));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setRegisteredCustomOutputFormats(EscapingFormat.ALL);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setObjectWrapper(new RecordWrapper());
    return configuration;
  }

  /** A page or a picture, written by a template in the language of the messages. */
  public static String write(String template, Messages messages, Map<String, Object> model) {
    StringWriter out = new StringWriter();
    try {
      Interruption.check();
      Template read = CONFIGURATION.getTemplate(template);
      Interruption.check();
      Environment environment = read.createProcessingEnvironment(model, out);
      environment.setLocale(messages.locale());
      environment.setVariable("say", say(messages));
      environment.process();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (TemplateException failure) {
      throw Throwables.getCausalChain(failure).stream()
          .filter(Templates::isAnswer)
          .map(RuntimeException.class::cast)
          .findFirst()
          .orElseGet(
              () -> new IllegalStateException("the template " + template + " failed", failure));
    }
    return out.toString();
  }

  /** What messages throw on purpose, which comes wrapped. */
  private static boolean isAnswer(Throwable thrown) {
    return thrown instanceof LimitExceededException || thrown instanceof CancellationException;
  }

  /** The messages, for templates: {@code say('page.place', 'place', …)}. */
  private static TemplateMethodModelEx say(Messages messages) {
    return arguments -> {
      Object[] values = new Object[arguments.size() - 1];
      for (int i = 0; i < arguments.size(); i++) {
        String text = text(arguments.get(i));
        if (i > 0) {
          values[i - 1] = text;
        }
      }
      return messages.say(text(arguments.get(0)), values);
    };
  }

  private static String text(Object argument) throws TemplateModelException {
    if (argument instanceof TemplateScalarModel scalar) {
      return scalar.getAsString();
    }
    throw new TemplateModelException("messages are given texts only");
  }
}
