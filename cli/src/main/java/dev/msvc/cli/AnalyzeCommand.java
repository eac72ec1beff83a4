package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.yaml.AnalysisDocument;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc analyze}. */
final class AnalyzeCommand implements Command {
  @Override
  public String name() {
    return "analyze";
  }

  @Override
  public String does() {
    return "reads a monolith and proposes bounded contexts, with evidence";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc analyze                          the monolith in this folder",
            "msvc analyze ~/src/shop               the one in that folder",
            "msvc analyze -o json > analysis.json  everything, for a program");
    spec.addPositional(Spec.argument(0, false, "DIR", "the monolith (default: this folder)"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml", "name"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String argument = call.argument(0);
    Analyzed analyzed = Analyzed.read(call, argument == null ? "" : argument);
    Console console = call.console();
    Format format = call.format();
    if (analyzed.isThin() && format != Format.TEXT && format != Format.WIDE) {
      console.say(analyzed.thinness());
    }
    switch (format) {
      case TEXT, WIDE -> new FirstScreen(console, analyzed, format == Format.WIDE).print();
      case NAME -> {
        for (BoundedContext context : analyzed.map().decomposition().contexts()) {
          console.line(context.name());
        }
      }
      case JSON, YAML ->
          new AnalysisDocument(analyzed.map(), Notation.of(format), console.data())
              .all(Concluded.of(analyzed));
    }
    return analyzed.exitCode();
  }
}
