package dev.msvc.cli;

import dev.msvc.analyzers.slice.Slices;
import dev.msvc.analyzers.slice.Start;
import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Counted;
import dev.msvc.model.Cut;
import dev.msvc.model.Dependency;
import dev.msvc.model.Remedy;
import dev.msvc.model.ShellWord;
import dev.msvc.model.Slice;
import dev.msvc.model.yaml.SliceDocument;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc slice}. */
final class SliceCommand implements Command {
  @Override
  public String name() {
    return "slice";
  }

  @Override
  public String does() {
    return "from a table, class, package or URL: what must come along, what blocks it, what it costs";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc slice orders                      a table",
            "msvc slice OrderService                a class; the whole name where two have it",
            "msvc slice com.acme.shop.orders        a package and those below it",
            "msvc slice /api/orders                 a URL and those below it",
            "msvc slice table/orders -o wide        everything, no line shortened",
            "msvc slice orders -o json              for a program");
    spec.addPositional(
        Spec.argument(
            0,
            true,
            "NAME",
            "a table, class, package or path, or KIND/NAME where two have a name"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String name = String.valueOf(call.argument(0));
    Analyzed analyzed = Analyzed.told(call);
    Console console = call.console();
    Slice slice = Slices.of(analyzed.map(), only(analyzed, name));
    Format format = call.format();
    if (format.forPrograms()) {
      SliceDocument.write(slice, Notation.of(format), console.data());
      return analyzed.exitCode();
    }
    String all = analyzed.next("slice " + ShellWord.of(name) + " -o wide");
    screen(slice, analyzed).print(console, format, all);
    return analyzed.exitCode();
  }

  private static Start only(Analyzed analyzed, String name) {
    List<Start> found = Start.named(analyzed.map(), name);
    if (found.isEmpty()) {
      throw Names.unknown(
          "table, class, package or path '%s'",
          name,
          Start.names(analyzed.map()),
          analyzed.next(name.startsWith("/") ? "get entrypoints -o name" : "get tables -o name"));
    }
    if (found.size() > 1) {
      throw Names.ambiguous(name, found.stream().map(Start::qualified).toList());
    }
    return found.get(0);
  }

  private static Explanation screen(Slice slice, Analyzed analyzed) {
    List<Line> along = new ArrayList<>();
    slice.members().stream()
        .filter(Slice.Member::table)
        .forEach(
            each -> along.add(new Line("table %s: %s".formatted(each.name(), each.why()), "")));
    slice.members().stream()
        .filter(each -> !each.table())
        .forEach(each -> along.add(new Line("%s: %s".formatted(each.name(), each.why()), "")));
    if (!slice.next().isEmpty()) {
      String bigger = analyzed.next("slice " + ShellWord.of(slice.next()));
      along.add(new Line("nothing else is mostly its own; a bigger slice: " + bigger, ""));
    }
    return new Explanation(
        "slice",
        slice.name(),
        verdict(slice),
        List.of(
            new Section("What must come along", along),
            new Section("What blocks it, what hurts most first", cuts(slice)),
            new Section("What stays and uses it", references(slice.incoming())),
            new Section("What it uses that stays", references(slice.outgoing())),
            new Section("Classes of several contexts, to be split first", names(slice.mustSplit())),
            new Section(
                "Shared classes it uses: copy them or make a library", names(slice.libraries())),
            new Section("Entry points", ExplainedLines.entryPoints(slice.entryPoints()))));
  }

  private static String verdict(Slice slice) {
    String call = slice.remoteCalls() == 1 ? " call that becomes" : " calls that become";
    return "%s (%,d lines), %s, %s; it costs %s and %,d%s remote"
        .formatted(
            Counted.of(slice.classes().size(), "class", "classes"),
            slice.lines(),
            Counted.of(slice.tables().size(), "table", "tables"),
            Counted.of(slice.entryPoints().size(), "entry point", "entry points"),
            Counted.of(slice.cuts().size(), "cut", "cuts"),
            slice.remoteCalls(),
            call);
  }

  private static List<Line> cuts(Slice slice) {
    List<Line> lines = new ArrayList<>();
    for (Cut cut : slice.cuts()) {
      Remedy remedy = cut.remedy();
      String what =
          remedy == null
              ? "%s %s".formatted(Listings.word(cut.kind()), cut.subject())
              : "%s %s: %s"
                  .formatted(Listings.word(cut.kind()), cut.subject(), Listings.word(remedy));
      lines.add(new Line(what, cut.places().isEmpty() ? "" : cut.places().get(0).toString()));
    }
    return lines;
  }

  private static List<Line> references(List<Dependency> dependencies) {
    List<Line> lines = new ArrayList<>();
    for (Dependency each : dependencies) {
      lines.add(
          new Line(
              "%s -> %s (%s)"
                  .formatted(
                      ExplainedLines.simple(each.from()),
                      ExplainedLines.simple(each.to()),
                      Listings.kinds(each)),
              each.place().toString()));
    }
    return lines;
  }

  private static List<Line> names(List<String> names) {
    return names.stream().map(each -> new Line(each, "")).toList();
  }
}
