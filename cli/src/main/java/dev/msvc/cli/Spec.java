package dev.msvc.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The words that commands describe themselves with. */
final class Spec {
  private Spec() {}

  /** A command with one line of what it does and the examples that its help starts with. */
  static CommandSpec command(String name, String does, String... examples) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(does).customSynopsis("").footer(examples);
    return spec;
  }

  static OptionSpec flag(String name, String longName, String does) {
    return OptionSpec.builder(name, longName)
        .type(boolean.class)
        .arity("0")
        .description(does)
        .build();
  }

  static OptionSpec flag(String name, String does) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(does).build();
  }

  static OptionSpec option(String[] names, String label, String does) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(does)
        .build();
  }

  /** An option that can stand before or after the command's name. */
  static OptionSpec everywhere(OptionSpec option) {
    return OptionSpec.builder(option).scopeType(ScopeType.INHERIT).build();
  }

  static PositionalParamSpec argument(int index, boolean required, String label, String does) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .type(String.class)
        .arity(required ? "1" : "0..1")
        .required(required)
        .paramLabel(label)
        .description(does)
        .build();
  }
}
