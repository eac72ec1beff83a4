package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.BuildFile;
import dev.msvc.analyzers.source.Dependency;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines of Gradle's build files say that are written as most people write them. */
public final class GradleTraits implements Analyzer {
  private static final Set<String> PROCESSING = Set.of("annotationProcessor", "kapt", "apt");
  private static final Pattern PROJECT =
      Pattern.compile(
          "\\b(?:implementation|api|compile|compileOnly|runtime)\\b["
              + " (]*project\\s*\\(\\s*(?:path\\s*[:=]\\s*)?['\"]:?([^'\"]+)['\"]");
  private static final Pattern WEAVER =
      Pattern.compile("['\"][\\w.\\-]*(?:aspectj|hibernate\\.orm)[\\w.\\-]*['\"]");
  private static final Pattern GENERATOR =
      Pattern.compile(
          "['\"]((?:org\\.openapi\\.generator|com\\.google\\.protobuf|[\\w.\\-]*jaxb[\\w.\\-]*|[\\w.\\-]*jooq[\\w.\\-]*|[\\w.\\-]*avro[\\w.\\-]*|[\\w.\\-]*wsdl2java[\\w.\\-]*))['\"]");
  private static final Pattern APPLIED = Pattern.compile("\\b(?:apply\\s+plugin|id)\\b");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Map<String, String> modules = new HashMap<>();
    for (ResourceFile each : sources.resources()) {
      if (isBuild(each)) {
        modules.put(each.module().substring(each.module().lastIndexOf('/') + 1), each.module());
      }
    }
    for (ResourceFile each : sources.resources()) {
      if (isBuild(each)) {
        read(each, modules, facts);
      }
    }
  }

  private static boolean isBuild(ResourceFile file) {
    return file.extension().equals("gradle") || file.fileName().endsWith(".gradle.kts");
  }

  private static void read(ResourceFile file, Map<String, String> modules, FactCollector facts) {
    for (Dependency each : BuildFile.ofGradle(file.text()).used()) {
      if (PROCESSING.contains(each.scope())) {
        Place place = new Place(file.file(), each.line());
        String processor = each.artifact();
        add(facts, TraitKind.ANNOTATION_PROCESSOR, processor, "processor " + processor, place);
      }
    }
    int number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      // all that is looked for is quoted
      boolean quotes = line.indexOf('\'') >= 0 || line.indexOf('"') >= 0;
      if (!quotes || line.length() > 1000 || line.strip().startsWith("//")) {
        continue;
      }
      Place place = new Place(file.file(), number);
      Matcher project = PROJECT.matcher(line);
      if (line.contains("project") && project.find()) {
        String path = project.group(1).replace(':', '/');
        String module = modules.getOrDefault(path.substring(path.lastIndexOf('/') + 1), path);
        String user = file.module().isEmpty() ? "the root" : file.module();
        add(facts, TraitKind.MODULE_USE, module, user + " uses " + module, place);
      }
      if (APPLIED.matcher(line).find()) {
        Matcher generator = GENERATOR.matcher(line);
        if (generator.find()) {
          add(
              facts,
              TraitKind.SOURCE_GENERATOR,
              generator.group(1),
              "plugin " + generator.group(1),
              place);
        } else if (WEAVER.matcher(line).find()) {
          add(facts, TraitKind.WEAVING, "aspectj", line.strip(), place);
        }
      }
    }
  }

  private static void add(
      FactCollector facts, TraitKind kind, String name, String detail, Place place) {
    facts.add(new Trait(kind, name, detail, "", "", place, Certainty.INFERRED));
  }
}
