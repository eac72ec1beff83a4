package dev.msvc.cli;

import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The first description of a service: as options say, as a person answers, or a smallest one. */
final class SpecQuestions {
  private static final String FIELDS = "name: string";

  private final Console console;
  private final Organisation organisation;

  SpecQuestions(Console console, Organisation organisation) {
    this.console = console;
    this.organisation = organisation;
  }

  /**
   * The text of a description; asks where nothing is given and somebody is there.
   *
   * @param file where it will be
   * @param given each as {@code Order: number: string, total: money}, or its name alone
   */
  String text(ServiceName name, String file, List<String> given) {
    String packageName = organisation.packageOf(name, Optional.empty()).value();
    if (!given.isEmpty()) {
      return of(name, packageName, given);
    }
    String type = type(name);
    if (!console.asks()) {
      console.say(
          "nothing says what %s keeps, so it begins with %s {%s}: edit %s and generate again, or give --aggregate or --spec"
              .formatted(name, type, FIELDS, file));
      return of(name, packageName, List.of(type));
    }
    console.say("There is no " + file + " yet. What is written there can be changed later.");
    String answer = answer("Java package", packageName, PackageName::new);
    String aggregate = answer("What it keeps (its first aggregate)", type, TypeName::new);
    String fields = console.ask("Fields of " + aggregate, FIELDS);
    return of(name, answer, List.of(aggregate + ": " + fields));
  }

  /** Asks again for what is not safe; what is proposed is taken in any case. */
  private String answer(String question, String proposed, Consumer<String> check) {
    while (true) {
      String answer = console.ask(question, proposed);
      if (answer.equals(proposed)) {
        return answer;
      }
      try {
        check.accept(answer);
        return answer;
      } catch (IllegalArgumentException e) {
        console.say(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A first aggregate that is called as the service is, or nearly so. */
  private static String type(ServiceName name) {
    String type = name.singular();
    try {
      return new TypeName(type).value();
    } catch (IllegalArgumentException e) {
      return type + "Entry";
    }
  }

  private static String of(ServiceName name, String packageName, List<String> aggregates) {
    StringBuilder text = new StringBuilder();
    text.append("schema: msvc/service/v1\nname: ").append(name).append('\n');
    text.append("package: ").append(packageName).append("\naggregates:\n");
    for (String each : aggregates) {
      int colon = each.indexOf(':');
      String fields = colon < 0 ? "" : each.substring(colon + 1).strip();
      String type = colon < 0 ? each.strip() : each.substring(0, colon).strip();
      text.append("  ").append(type).append(":\n    fields:\n");
      fields(text, fields.isEmpty() ? FIELDS : fields);
    }
    return text.toString();
  }

  /** Commas between brackets part nothing. */
  private static void fields(StringBuilder text, String fields) {
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= fields.length(); i++) {
      char c = i == fields.length() ? ',' : fields.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && (depth == 0 || i == fields.length())) {
        String field = fields.substring(from, i).strip();
        if (!field.isEmpty()) {
          text.append("      ").append(field.contains(":") ? field : field + ": string");
          text.append('\n');
        }
        from = i + 1;
      }
    }
  }
}
