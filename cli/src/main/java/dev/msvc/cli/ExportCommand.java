package dev.msvc.cli;

import dev.msvc.analyzers.plan.Roadmaps;
import dev.msvc.generators.report.ContextReport;
import dev.msvc.generators.report.DomainModel;
import dev.msvc.generators.report.HtmlReport;
import dev.msvc.generators.report.RoadmapReport;
import dev.msvc.model.Roadmap;
import dev.msvc.model.Unseen;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc export}. */
final class ExportCommand implements Command {
  private static final List<String> KINDS =
      List.of("html", "markdown", "mermaid", "plantuml", "c4", "cml", "sarif");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String does() {
    return "writes a document or a picture of the contexts";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc export html --out contexts.html     a page to look at and to walk through",
            "msvc export markdown                     to the terminal",
            "msvc export markdown --out contexts.md   to a file",
            "msvc export mermaid                      a picture, as text",
            "msvc export c4 --out contexts.puml       containers of the C4 model, for PlantUML",
            "msvc export cml --out shop.cml           a context map for Context Mapper",
            "msvc export sarif --out all.sarif        all violations, for a code host");
    spec.addPositional(Spec.argument(0, true, "KIND", String.join(" or ", KINDS), KINDS));
    spec.addOption(
        Spec.option(new String[] {"--out"}, "FILE", "where to; relative to -C (default: stdout)"));
    spec.addOption(Spec.flag("-y", "--yes", "overwrite a file that msvc did not make"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String kind = String.valueOf(call.argument(0));
    if (!KINDS.contains(kind)) {
      throw call.wrong(
          "cannot export '%s': there are %s"
              .formatted(Text.shortened(kind, 40), String.join(", ", KINDS)));
    }
    Analyzed analyzed = Analyzed.read(call, "");
    if (analyzed.isThin()) {
      call.console().say(analyzed.thinness());
    }
    Consumer<Writer> content = content(kind, analyzed);
    String out = call.option("--out");
    if (out == null) {
      content.accept(call.console().data());
    } else {
      new Workspace().write(call.directory().resolve(out), call.has("-y"), content);
      call.console().say("wrote " + out);
    }
    return analyzed.exitCode();
  }

  private static String warning(Analyzed analyzed) {
    String hidden = analyzed.map().hiddenTransactions();
    String unseen = (Unseen.sentences(analyzed.map().unseen()) + " " + hidden).strip();
    return analyzed.isThin() ? (analyzed.thinness() + " " + unseen).strip() : unseen;
  }

  private static Consumer<Writer> content(String kind, Analyzed analyzed) {
    ContextReport report = new ContextReport(analyzed.map());
    return switch (kind) {
      case "html" ->
          new HtmlReport(
                  analyzed.map(),
                  Concluded.of(analyzed),
                  Roadmaps.of(analyzed.map(), analyzed.word()),
                  warning(analyzed))
              ::html;
      case "markdown" -> {
        Roadmap roadmap = Roadmaps.of(analyzed.map(), analyzed.word());
        yield to -> report.markdown(new RoadmapReport(analyzed.map(), roadmap, true), to);
      }
      case "mermaid" -> report::mermaid;
      case "plantuml" -> report::plantuml;
      case "c4" -> report::c4;
      case "cml" -> new DomainModel(analyzed.map())::cml;
      case "sarif" -> Sarif.of(analyzed)::write;
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
