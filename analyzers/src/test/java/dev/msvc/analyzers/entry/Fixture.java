package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.List;

/** A small system in memory, and what analyzers see in it. */
final class Fixture {
  private final List<JavaSource> java = new ArrayList<>();
  private final List<ResourceFile> resources = new ArrayList<>();

  /** Adds a file to the package {@code app}. */
  Fixture java(String text) {
    return java("", text);
  }

  Fixture java(String module, String text) {
    return source(module, ".java", text);
  }

  Fixture kotlin(String text) {
    return source("", ".kt", text);
  }

  private Fixture source(String module, String extension, String text) {
    String file = module + "/F" + java.size() + extension;
    String whole = text.startsWith("package ") ? text : "package app;\n" + text;
    java.add(
        new JavaSource(
            file, module, () -> new JavaSource.Content(whole, (int) whole.lines().count(), false)));
    return this;
  }

  Fixture resource(String module, String file, String text) {
    resources.add(new ResourceFile(file, module, text.length(), () -> text));
    return this;
  }

  FactCollector facts(Analyzer... analyzers) {
    FactCollector facts = new FactCollector();
    run(facts, analyzers);
    return facts;
  }

  void run(FactCollector facts, Analyzer... analyzers) {
    CodeReader.Result read = CodeReader.read(java, () -> {});
    if (!read.unread().isEmpty()) {
      throw new IllegalArgumentException(read.unread().toString());
    }
    for (Analyzer each : analyzers) {
      each.analyze(new Sources(read.code(), resources), facts);
    }
  }

  /** Each entry point as {@code id -> class.method}, with what it listens to behind. */
  List<String> entryPoints(Analyzer analyzer) {
    return facts(analyzer).entryPoints().stream().map(Fixture::shown).toList();
  }

  private static String shown(EntryPoint entry) {
    String what = entry.id() + " -> " + entry.className() + "." + entry.method();
    return entry.httpMethod() == null && entry.path() != null ? what + " on " + entry.path() : what;
  }

  /** References of a kind as {@code from.member -> to}. */
  List<String> references(ReferenceKind kind, Analyzer analyzer) {
    return facts(analyzer).references().stream()
        .filter(each -> each.kind() == kind)
        .map(Fixture::shown)
        .sorted()
        .toList();
  }

  private static String shown(Reference each) {
    return each.from() + "." + each.fromMember() + " -> " + each.to();
  }
}
