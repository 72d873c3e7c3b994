package io.credentialrules.report.internal.page;

import com.google.common.base.Strings;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.report.internal.words.Messages;

/**
 * A page as text for a terminal: one line for each thing. No template writes it, because the engine
 * of the templates takes longer to start than all that is said.
 */
public final class TextPage {
  private static final int WIDTH_OF_A_WORD = 12;

  private final Messages messages;
  private final StringBuilder out = new StringBuilder();

  private TextPage(Messages messages) {
    this.messages = messages;
  }

  /** The text of a page; every line ends. */
  public static String of(Page page, Messages messages) {
    Interruption.check();
    TextPage text = new TextPage(messages);
    text.line("", page.line());
    text.line("", page.glance());
    for (Page.Section section : page.sections()) {
      section.credentials().forEach(text::credential);
    }
    if (!page.notes().isEmpty()) {
      text.out.append('\n');
      page.notes().forEach(note -> text.line("", note));
    }
    return text.out.toString();
  }

  private void credential(Page.Entry credential) {
    out.append('\n');
    String word = credential.word().toUpperCase(messages.locale());
    String name = named(credential.name(), credential.id()) + credential.span();
    line(
        "",
        Strings.padEnd(word, WIDTH_OF_A_WORD, ' ')
            + (credential.isEarned() ? name : colon(name) + credential.progress()));
    if (credential.held() != null) {
      line("  ", credential.held());
    }
    credential.lapsed().forEach(lapsed -> line("  ", lapsed));
    credential.ways().forEach(this::way);
    if (!credential.plan().isEmpty()) {
      line("  ", messages.say("page.plan"));
      for (int i = 0; i < credential.plan().size(); i++) {
        line("    ", (i + 1) + ". " + credential.plan().get(i));
      }
    }
  }

  private void way(Page.Way way) {
    if (way.name() != null) {
      line("  ", colon(way.name()) + way.progress());
    }
    way.requirements().forEach(item -> item(item.isSatisfied() ? "[x]" : "[ ]", item));
    way.recommendations().forEach(item -> item("(" + messages.say("recommended") + ")", item));
    way.sources().forEach(source -> line("  ", messages.say("page.source", "source", source)));
    way.alignments()
        .forEach(known -> line("  ", messages.say("page.alignment", "alignment", known)));
  }

  private void item(String mark, Page.Item item) {
    String measure = item.measure().isEmpty() ? "" : ", " + item.measure();
    line("  ", mark + " " + colon(named(item.name(), item.id())) + item.word() + measure);
    if (!item.state().equals("MET") && !item.state().equals("UNMET")) {
      lineIfAny(item.why());
    }
    for (Page.Part part : item.parts()) {
      line("        ", "- " + part.text());
      part.nearest().forEach(near -> line("          ", near));
    }
    for (Page.Proof proof : item.evidence()) {
      line(
          "        ",
          messages.say("fact.vetted", "fact", proof.fact(), "vetting", proof.vetting()));
    }
    lineIfAny(item.moreEvidence());
    for (Page.Lack lack : item.missing()) {
      lineIfAny(lack.heading());
      for (Page.Line line : lack.lines()) {
        line("        ", named(line.text(), line.place()));
        line.nearest().forEach(near -> line("          ", near));
      }
    }
    item.notCounted().forEach(fact -> line("        ", fact));
  }

  /** What a colon follows, as it is written in the language, and a space. */
  private String colon(String text) {
    return messages.say("page.colon", "text", text) + " ";
  }

  private static String named(String name, String id) {
    return name + " (" + id + ")";
  }

  /** A line of a requirement, where there is something to say. */
  private void lineIfAny(String text) {
    if (!text.isEmpty()) {
      line("        ", text);
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(Escaping.plain(text)).append('\n');
  }
}
