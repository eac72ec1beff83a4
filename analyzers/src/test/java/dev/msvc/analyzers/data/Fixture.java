package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Access;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small system given as texts, and what analyzers say of it. */
final class Fixture {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

  private final List<JavaSource> java = new ArrayList<>();
  private final List<ResourceFile> resources = new ArrayList<>();

  static Fixture of(String... sources) {
    Fixture fixture = new Fixture();
    Stream.of(sources).forEach(fixture::java);
    return fixture;
  }

  private void java(String text) {
    Matcher inPackage = PACKAGE.matcher(text);
    Matcher type = TYPE.matcher(text);
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    String name = type.find() ? type.group(1) : "Unnamed";
    withJava(folder + name + ".java", text);
  }

  Fixture withJava(String file, String text) {
    int lines = (int) text.lines().count();
    java.add(new JavaSource(file, "", () -> new JavaSource.Content(text, lines, false)));
    return this;
  }

  Fixture with(String file, String text) {
    resources.add(new ResourceFile(file, "", text.length(), () -> text));
    return this;
  }

  Sources sources() {
    return new Sources(CodeReader.read(java, () -> {}).code(), resources);
  }

  FactCollector facts(Analyzer... analyzers) {
    FactCollector facts = new FactCollector();
    Sources sources = sources();
    for (Analyzer each : analyzers) {
      each.analyze(sources, facts);
    }
    return facts;
  }

  /** One line an access, sorted: {@code OPERATION table Class.method VIA}. */
  static List<String> accesses(FactCollector facts) {
    return facts.accesses().stream().map(Fixture::line).distinct().sorted().toList();
  }

  private static String line(Access access) {
    String type = access.className().substring(access.className().lastIndexOf('.') + 1);
    String method = access.method().isEmpty() ? "" : "." + access.method();
    return access.op() + " " + access.table() + " " + type + method + " " + access.via();
  }

  static TableFact table(FactCollector facts, String name) {
    return Tables.merge(facts.tables(), List.of(), List.of()).tables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
