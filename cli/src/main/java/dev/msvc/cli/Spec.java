package dev.msvc.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The words that commands describe themselves with. */
final class Spec {
  private Spec() {}

  /** A command with the examples that its help starts with. */
  static CommandSpec command(Command command, String... examples) {
    return command(command.name(), command.does(), examples);
  }

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

  /** {@code -o} with the formats that the command can write. */
  static OptionSpec output(String... formats) {
    List<String> known = List.of(formats);
    return oneOf(OptionSpec.builder("-o", "--output"), known)
        .paramLabel("FORMAT")
        .description(String.join(", ", known))
        .build();
  }

  /** An option that takes one of a few words. */
  static OptionSpec oneOf(String name, String label, String does, List<String> known) {
    return oneOf(OptionSpec.builder(name), known).paramLabel(label).description(does).build();
  }

  private static OptionSpec.Builder oneOf(OptionSpec.Builder option, List<String> known) {
    return option
        .type(String.class)
        .arity("1")
        .completionCandidates(known)
        .converters(new OneOf(known));
  }

  /** Accepts known words only; a class, because a lambda would take longer to start. */
  private static final class OneOf implements ITypeConverter<String> {
    private final List<String> known;

    OneOf(List<String> known) {
      this.known = known;
    }

    @Override
    public String convert(String text) {
      if (!known.contains(text)) {
        throw new TypeConversionException(
            "'" + text + "' is not one of " + String.join(", ", known));
      }
      return text;
    }
  }

  static OptionSpec option(String[] names, String label, String does) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(does)
        .build();
  }

  /** An option that may be given several times. */
  static OptionSpec list(String name, String label, String does) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(does)
        .build();
  }

  /** An option that can stand before or after the command's name. */
  static OptionSpec everywhere(OptionSpec option) {
    return OptionSpec.builder(option).scopeType(ScopeType.INHERIT).build();
  }

  /** One argument or more. */
  static PositionalParamSpec arguments(String label, String does) {
    return arguments(label, does, true);
  }

  /** Many arguments, or none where none is required. */
  static PositionalParamSpec arguments(String label, String does, boolean required) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(required ? "1..*" : "0..*")
        .required(required)
        .paramLabel(label)
        .description(does)
        .build();
  }

  static PositionalParamSpec argument(int index, boolean required, String label, String does) {
    return argument(index, required, label, does, List.of());
  }

  /** An argument that shells can complete. */
  static PositionalParamSpec argument(
      int index, boolean required, String label, String does, List<String> candidates) {
    return PositionalParamSpec.builder()
        .completionCandidates(candidates)
        .index(Integer.toString(index))
        .type(String.class)
        .arity(required ? "1" : "0..1")
        .required(required)
        .paramLabel(label)
        .description(does)
        .build();
  }
}
