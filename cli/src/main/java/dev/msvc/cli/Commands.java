package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The catalogue of commands, in the order in which help lists them. */
final class Commands {
  private final List<Command> all =
      List.of(
          // the main job first
          new AnalyzeCommand(),
          // one question each about its result
          new GetCommand(),
          new ExplainCommand(),
          new SliceCommand(),
          // what the user decides about it
          new MoveCommand(),
          new MergeCommand(),
          new SplitCommand(),
          new RenameCommand(),
          new PinCommand(),
          new AcceptCommand(),
          // a gate for pull requests
          new CheckCommand(),
          // what follows from it
          new RoadmapCommand(),
          // documents
          new ExportCommand(),
          // services, made from a description or from a context
          new GenerateCommand(),
          new TemplatesCommand(),
          // into a cluster
          new DeployCommand(),
          new ReleaseCommand(),
          new ApplyCommand(),
          // traffic
          new StrangleCommand(),
          new CompareCommand(),
          // the machine and the program
          new DoctorCommand(),
          new CompletionCommand(),
          new VersionCommand());

  List<Command> all() {
    return all;
  }

  List<String> names() {
    return all.stream().map(Command::name).toList();
  }

  /** With all commands. */
  CommandLine line() {
    return line(all);
  }

  /**
   * With those commands only that these arguments name: building all takes longer than running one.
   */
  CommandLine line(String... args) {
    List<String> typed = List.of(args);
    List<Command> named = new ArrayList<>();
    for (Command command : all) {
      if (typed.contains(command.name())) {
        named.add(command);
      }
    }
    return line(named);
  }

  private static CommandLine line(List<Command> commands) {
    CommandSpec root = root();
    for (Command command : commands) {
      root.addSubcommand(command.name(), command.spec());
    }
    // a name that starts with @ is a name, not a file to read arguments from
    return new CommandLine(root).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
  }

  Command named(String name) {
    for (Command command : all) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    throw new IllegalStateException("no command " + name);
  }

  private static CommandSpec root() {
    CommandSpec spec =
        Spec.command(
            "msvc",
            "takes a live Java monolith to microservices, one reversible step at a time",
            "msvc analyze ~/src/shop",
            "msvc get tables",
            "msvc explain orders");
    spec.addOption(
        Spec.everywhere(
            Spec.option(
                new String[] {"-C"}, "DIR", "work on that repository (default: this folder)")));
    spec.addOption(
        Spec.everywhere(
            Spec.list(
                "--schema",
                "FILE",
                "a dump of the database, or a folder of them; may be given again")));
    spec.addOption(
        Spec.everywhere(
            Spec.list(
                "--traces",
                "FILE",
                "traces or access logs, or a folder of them; may be given again")));
    spec.addOption(
        Spec.everywhere(Spec.flag("--no-history", "do not read the history that git keeps")));
    spec.addOption(
        Spec.everywhere(
            Spec.flag("--no-cache", "read all again and keep nothing for the next run")));
    spec.addOption(Spec.everywhere(Spec.flag("-q", "--quiet", "no talk on stderr but errors")));
    spec.addOption(Spec.everywhere(Spec.flag("-v", "--verbose", "more talk on stderr")));
    spec.addOption(Spec.everywhere(Spec.flag("--no-color", "no colours (also NO_COLOR)")));
    spec.addOption(Spec.everywhere(Spec.flag("--no-progress", "no progress on stderr")));
    spec.addOption(
        Spec.everywhere(
            picocli.CommandLine.Model.OptionSpec.builder(Spec.flag("-h", "--help", "this help"))
                .usageHelp(true)
                .build()));
    spec.addOption(Spec.flag("--version", "says which msvc this is"));
    return spec;
  }
}
