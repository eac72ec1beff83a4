package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import java.util.ArrayList;
import java.util.List;

/** A small system in memory, and what is wired in it. */
final class Fixture {
  private final List<JavaSource> java = new ArrayList<>();
  private final List<ResourceFile> resources = new ArrayList<>();

  /** Adds a file to the package {@code app}. */
  Fixture java(String text) {
    String file = "F" + java.size() + ".java";
    String whole = "package app;\n" + text;
    java.add(
        new JavaSource(
            file, "", () -> new JavaSource.Content(whole, (int) whole.lines().count(), false)));
    return this;
  }

  /** Adds {@code beans.xml} with these beans. */
  Fixture beans(String text) {
    return file("beans.xml", "<beans>" + text + "</beans>");
  }

  Fixture file(String file, String text) {
    resources.add(new ResourceFile(file, "", text.length(), () -> text));
    return this;
  }

  Sources sources() {
    return new Sources(CodeReader.read(java, () -> {}).code(), resources);
  }

  FactCollector facts(Analyzer analyzer) {
    FactCollector facts = new FactCollector();
    analyzer.analyze(sources(), facts);
    return facts;
  }

  /** References that an analyzer adds, as {@code From.member -> To}, sorted. */
  List<String> references(Analyzer analyzer) {
    return facts(analyzer).references().stream()
        .map(each -> each.from() + "." + each.fromMember() + " -> " + each.to())
        .map(each -> each.replace("app.", ""))
        .sorted()
        .toList();
  }
}
