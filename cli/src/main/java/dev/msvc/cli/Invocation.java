package dev.msvc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the user typed, and where answers go. */
final class Invocation {
  private final ParseResult root;
  private final ParseResult parsed;
  private final Console console;
  private final Map<String, String> env;
  private final Source source;

  Invocation(ParseResult root, Console console, Map<String, String> env, Source source) {
    this.root = root;
    ParseResult last = root;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    this.parsed = last;
    this.console = console;
    this.env = env;
    this.source = source;
  }

  /** The part that belongs to the command itself. */
  ParseResult parsed() {
    return parsed;
  }

  /** Name of the first-level command. */
  String command() {
    ParseResult first = root.hasSubcommand() ? root.subcommand() : root;
    return first.commandSpec().name();
  }

  Console console() {
    return console;
  }

  Source source() {
    return source;
  }

  Map<String, String> env() {
    return env;
  }

  /** Whether a flag was given, before or after the command's name. */
  boolean has(String option) {
    ParseResult part = root;
    while (true) {
      if (part.hasMatchedOption(option)) {
        return true;
      }
      if (!part.hasSubcommand()) {
        return false;
      }
      part = part.subcommand();
    }
  }

  /** The value of an option, the one closest to the command; null where it was not given. */
  @Nullable String option(String name) {
    String value = null;
    ParseResult part = root;
    while (true) {
      if (part.hasMatchedOption(name)) {
        value = part.matchedOption(name).getValue();
      }
      if (!part.hasSubcommand()) {
        return value;
      }
      part = part.subcommand();
    }
  }

  /** A positional argument; null where it was not given. */
  @Nullable String argument(int index) {
    return parsed.hasMatchedPositional(index) ? parsed.matchedPositional(index).getValue() : null;
  }

  /** All positional arguments of a command that takes many. */
  List<String> arguments() {
    List<String> all = parsed.matchedPositionalValue(0, List.<String>of());
    return List.copyOf(all);
  }

  /** The folder that {@code -C} names: where relative paths start. */
  Path directory() {
    String directory = option("-C");
    return Path.of(directory == null ? "" : directory);
  }

  /** What {@code --schema} names, each time it is given; relative to where {@code -C} points. */
  List<Path> schemas() {
    return paths("--schema");
  }

  /** What {@code --traces} names, each time it is given; relative to where {@code -C} points. */
  List<Path> traces() {
    return paths("--traces");
  }

  private List<Path> paths(String option) {
    return options(option).stream().map(directory()::resolve).distinct().toList();
  }

  /** All values of an option that may be given several times. */
  List<String> options(String option) {
    List<String> values = new ArrayList<>();
    ParseResult part = root;
    while (true) {
      if (part.hasMatchedOption(option)) {
        values.addAll(part.matchedOption(option).<List<String>>getValue());
      }
      if (!part.hasSubcommand()) {
        return values;
      }
      part = part.subcommand();
    }
  }

  /** Where results are kept between runs; null for nowhere. */
  @Nullable Path cache() {
    if (has("--no-cache")) {
      return null;
    }
    // a relative one is to be ignored, says the XDG Base Directory Specification
    Path named = Path.of(env.getOrDefault("XDG_CACHE_HOME", ""));
    Path home = Path.of(env.getOrDefault("HOME", ""));
    if (named.isAbsolute()) {
      return named.resolve("msvc");
    }
    return home.isAbsolute() ? home.resolve(".cache").resolve("msvc") : null;
  }

  /** The value of {@code -o}, one of those that the command knows. */
  Format format() {
    String name = option("-o");
    return name == null ? Format.TEXT : Format.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** A line about what is done: among the data, unless that is for a program. */
  void told(String line) {
    if (format().forPrograms()) {
      console.say(line);
    } else {
      console.line(line);
    }
  }

  /** What the user typed is wrong: exit code 2. */
  ParameterException wrong(String message) {
    return new ParameterException(parsed.commandSpec().commandLine(), message);
  }
}
