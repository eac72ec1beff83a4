package dev.msvc.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help: what the command does, examples, then what it accepts. */
final class Usage {
  private static final int NAMES = 26;

  private final CommandSpec spec;
  private final List<Command> commands;
  private final StringBuilder text = new StringBuilder(2048);

  private Usage(CommandSpec spec, List<Command> commands) {
    this.spec = spec;
    this.commands = commands;
  }

  /**
   * Help of the program or of a command.
   *
   * @param commands that can follow
   */
  static String of(CommandSpec spec, List<Command> commands) {
    Usage usage = new Usage(spec, commands);
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
    text.append(commands.isEmpty() ? " [OPTION]...\n" : " COMMAND [OPTION]...\n");
    for (PositionalParamSpec argument : arguments) {
      row(argument.paramLabel(), argument.description()[0]);
    }
    listed();
    options("Options", false);
    options("Everywhere", true);
  }

  private void listed() {
    if (commands.isEmpty()) {
      return;
    }
    text.append("\nCommands:\n");
    for (Command each : commands) {
      row(each.name(), each.does());
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
