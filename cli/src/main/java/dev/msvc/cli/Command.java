package dev.msvc.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * One command: what it accepts and what it does.
 *
 * <p>Commands describe themselves with picocli's model instead of its annotations: reading
 * annotations is most of the time that {@code msvc version} would take.
 */
interface Command {
  /** What the user types after {@code msvc}. */
  String name();

  /** One line for help. */
  String does();

  /** All that the command accepts; asked for only where this command was typed. */
  CommandSpec spec();

  /** Reads, calls, prints; gives the exit code. */
  int run(Invocation call);
}
