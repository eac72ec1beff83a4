package dev.msvc.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help: what the command does, examples, then what it accepts. */
final class Usage {
  private static final int NAMES = 26;

  private final CommandSpec spec;
  private final StringBuilder text = new StringBuilder(2048);

  private Usage(CommandSpec spec) {
    this.spec = spec;
  }

  static String of(CommandSpec spec) {
    Usage usage = new Usage(spec);
    usage.write();
    return usage.text.toString();
  }

  private void write() {
    text.append(spec.qualifiedName()).append(": ").append(spec.usageMessage().description()[0]);
    text.append("\n\nExamples:\n");
    for (String example : spec.usageMessage().footer()) {
      text.append("  ").append(example).append('\n');
    }
    text.append("\nUsage:\n  ").append(spec.qualifiedName());
    List<PositionalParamSpec> arguments = spec.positionalParameters();
    for (PositionalParamSpec argument : arguments) {
      String label = argument.paramLabel();
      text.append(' ').append(argument.required() ? label : "[" + label + "]");
    }
    text.append(spec.subcommands().isEmpty() ? " [OPTION]...\n" : " COMMAND [OPTION]...\n");
    for (PositionalParamSpec argument : arguments) {
      row(argument.paramLabel(), argument.description()[0]);
    }
    commands();
    options("Options", false);
    options("Everywhere", true);
  }

  private void commands() {
    Map<String, CommandLine> commands = spec.subcommands();
    if (commands.isEmpty()) {
      return;
    }
    text.append("\nCommands:\n");
    for (Map.Entry<String, CommandLine> each : commands.entrySet()) {
      row(each.getKey(), each.getValue().getCommandSpec().usageMessage().description()[0]);
    }
  }

  private void options(String title, boolean inherited) {
    boolean first = true;
    for (OptionSpec option : spec.options()) {
      boolean everywhere =
          option.inherited() || option.scopeType() == CommandLine.ScopeType.INHERIT;
      if (everywhere == inherited && !option.hidden()) {
        if (first) {
          text.append('\n').append(title).append(":\n");
          first = false;
        }
        row(names(option), option.description()[0]);
      }
    }
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private void row(String name, String does) {
    text.append("  ").append(name);
    pad(NAMES - name.length());
    boolean first = true;
    for (String line : Text.wrapped(does, Text.WIDTH - NAMES - 3)) {
      if (!first) {
        pad(NAMES + 2);
      }
      first = false;
      text.append(' ').append(line).append('\n');
    }
  }

  private void pad(int count) {
    for (int i = 0; i < count; i++) {
      text.append(' ');
    }
  }
}
