package dev.msvc.cli;

import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceName;
import java.util.Optional;

/** Asks for the first description of a service, or says what to write. */
final class SpecQuestions {
  private final Console console;
  private final Organisation organisation;

  SpecQuestions(Console console, Organisation organisation) {
    this.console = console;
    this.organisation = organisation;
  }

  /**
   * The text of a description.
   *
   * @param file where it will be
   * @throws UserError where there is nobody to ask, with an example
   */
  String ask(ServiceName name, String file) {
    String packageName = organisation.packageOf(name, Optional.empty()).value();
    String type = singular(name.capitalized());
    if (!console.asks()) {
      console.say("A service is described like this; docs/service-yaml.md says all:");
      text(name, packageName, type, "number: {type: string, max: 20, unique: true}, total: money")
          .lines()
          .forEach(each -> console.say("  " + each));
      throw new UserError(
          "nothing says what " + name + " is: there is no " + file + ", and no --spec",
          "write " + file + ", or name a file with --spec");
    }
    console.say("There is no " + file + " yet. What is written there can be changed later.");
    String answer = console.ask("Java package", packageName);
    String aggregate = console.ask("What it keeps (its first aggregate)", type);
    String fields = console.ask("Fields of " + aggregate, "name: string");
    return text(name, answer, aggregate, fields);
  }

  private static String text(ServiceName name, String packageName, String type, String fields) {
    StringBuilder text = new StringBuilder();
    text.append("schema: msvc/service/v1\nname: ").append(name).append('\n');
    text.append("package: ").append(packageName).append('\n');
    text.append("aggregates:\n  ").append(type).append(":\n    fields:\n");
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
    return text.toString();
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    boolean plural = name.endsWith("s") && !name.endsWith("ss") && name.length() > 2;
    return plural ? name.substring(0, name.length() - 1) : name;
  }
}
