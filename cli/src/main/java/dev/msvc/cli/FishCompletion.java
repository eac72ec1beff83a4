package dev.msvc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands as fish wants to be told of them; picocli knows bash and zsh only. */
final class FishCompletion {
  private final CommandSpec root;
  private final StringBuilder script = new StringBuilder(4096);

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    String name = root.name();
    line("# completes " + name + " in fish");
    for (OptionSpec option : root.options()) {
      option(option, option.inherited() || isEverywhere(option) ? "" : "__fish_use_subcommand");
    }
    for (CommandLine each : root.subcommands().values()) {
      CommandSpec command = each.getCommandSpec();
      String does = command.usageMessage().description()[0];
      line(start("__fish_use_subcommand") + " -f -a " + command.name() + " -d " + quoted(does));
      String within = "__fish_seen_subcommand_from " + command.name();
      for (PositionalParamSpec argument : command.positionalParameters()) {
        if (argument.completionCandidates() != null) {
          String words = String.join(" ", argument.completionCandidates());
          if (!words.isEmpty()) {
            line(start(within) + " -f -a " + quoted(words));
          }
        }
      }
      for (OptionSpec option : command.options()) {
        if (!option.inherited()) {
          option(option, within);
        }
      }
    }
    return script.toString();
  }

  private static boolean isEverywhere(OptionSpec option) {
    return option.scopeType() == CommandLine.ScopeType.INHERIT;
  }

  private void option(OptionSpec option, String condition) {
    StringBuilder words = new StringBuilder(start(condition));
    for (String name : option.names()) {
      words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      words.append(" -r");
      if (option.completionCandidates() != null) {
        words.append(" -f -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    line(words.append(" -d ").append(quoted(option.description()[0])).toString());
  }

  private String start(String condition) {
    String start = "complete -c " + root.name();
    return condition.isEmpty() ? start : start + " -n " + quoted(condition);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
