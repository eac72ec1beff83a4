package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.BuildFile;
import dev.msvc.analyzers.source.Dependency;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Maven's project files say of how the code comes to be compiled. */
public final class BuildTraits implements Analyzer {
  private static final Set<String> PROCESSORS =
      Set.of(
          "lombok",
          "mapstruct-processor",
          "querydsl-apt",
          "hibernate-jpamodelgen",
          "hibernate-processor",
          "dagger-compiler",
          "auto-value",
          "value",
          "micronaut-inject-java",
          "spring-context-indexer",
          "doma-processor",
          "eclipselink-jpamodelgen");

  private static final Set<String> GENERATORS =
      Set.of(
          "maven-jaxb2-plugin",
          "jaxb2-maven-plugin",
          "jaxb-maven-plugin",
          "jaxb40-maven-plugin",
          "cxf-codegen-plugin",
          "cxf-xjc-plugin",
          "jaxws-maven-plugin",
          "axistools-maven-plugin",
          "xmlbeans-maven-plugin",
          "openapi-generator-maven-plugin",
          "swagger-codegen-maven-plugin",
          "protobuf-maven-plugin",
          "avro-maven-plugin",
          "antlr4-maven-plugin",
          "antlr3-maven-plugin",
          "jooq-codegen-maven",
          "apt-maven-plugin",
          "jsonschema2pojo-maven-plugin",
          "gwt-maven-plugin",
          "modello-maven-plugin");

  private static final Set<String> WEAVERS =
      Set.of(
          "aspectj-maven-plugin",
          "hibernate-enhance-maven-plugin",
          "openjpa-maven-plugin",
          "eclipselink-staticweave-maven-plugin",
          "staticweave-maven-plugin",
          "byte-buddy-maven-plugin");

  /** Repositories that everyone can read. */
  private static final List<String> PUBLIC =
      List.of(
          "repo.maven.apache.org",
          "repo1.maven.org",
          "oss.sonatype.org",
          "s01.oss.sonatype.org",
          "central.sonatype.com",
          "repo.spring.io",
          "jitpack.io",
          "maven.google.com",
          "repository.apache.org",
          "repository.jboss.org",
          "plugins.gradle.org",
          "packages.confluent.io",
          "repository.mulesoft.org",
          "repo.jenkins-ci.org",
          "jcenter.bintray.com",
          "maven.java.net",
          "download.java.net");

  /** Parents that everyone can read. */
  private static final List<String> KNOWN_PARENTS =
      List.of(
          "org.springframework.boot",
          "org.sonatype.oss",
          "org.apache",
          "io.quarkus",
          "io.micronaut",
          "org.jboss",
          "org.eclipse.ee4j",
          "com.google.cloud");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<XmlFiles.Parsed> projects = new ArrayList<>();
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("project", new FactCollector())) {
      if (each.file().fileName().equals("pom.xml")) {
        projects.add(each);
      }
    }
    Map<String, String> modules = new HashMap<>();
    for (XmlFiles.Parsed each : projects) {
      modules.put(text(each.root(), "artifactId"), each.file().module());
    }
    projects.forEach(each -> new Pom(each, modules, facts).read());
  }

  private static String text(XmlElement parent, String name) {
    List<XmlElement> found = parent.elements(name);
    return found.isEmpty() ? "" : found.get(0).text().strip();
  }

  /** One project file. */
  private record Pom(XmlFiles.Parsed parsed, Map<String, String> modules, FactCollector facts) {
    void read() {
      XmlElement root = parsed.root();
      parent(root);
      part(root);
      for (XmlElement profiles : root.elements("profiles")) {
        for (XmlElement profile : profiles.elements("profile")) {
          profile(profile);
        }
      }
    }

    private void add(TraitKind kind, String name, String detail, XmlElement at) {
      add(kind, name, detail, at.line());
    }

    private void add(TraitKind kind, String name, String detail, int line) {
      Place place = new Place(parsed.file().file(), line);
      facts.add(new Trait(kind, name, detail, "", "", place, Certainty.PARSED));
    }

    private void parent(XmlElement root) {
      for (XmlElement parent : root.elements("parent")) {
        String artifact = text(parent, "artifactId");
        String group = text(parent, "groupId");
        if (!modules.containsKey(artifact) && KNOWN_PARENTS.stream().noneMatch(group::startsWith)) {
          add(
              TraitKind.OUTSIDE_PARENT,
              group + ":" + artifact,
              "parent %s:%s:%s".formatted(group, artifact, text(parent, "version")),
              parent);
        }
      }
    }

    private void part(XmlElement part) {
      BuildFile.dependencies(part).forEach(this::dependency);
      for (XmlElement all : part.elements("repositories")) {
        all.elements("repository").forEach(this::repository);
      }
      for (XmlElement build : part.elements("build")) {
        plugins(build);
        build.elements("pluginManagement").forEach(this::plugins);
      }
    }

    private void profile(XmlElement profile) {
      Set<String> parts = new HashSet<>();
      profile.elements().forEach(each -> parts.add(each.name()));
      parts.retainAll(Set.of("modules", "dependencies", "build", "dependencyManagement"));
      if (!parts.isEmpty()) {
        String id = text(profile, "id");
        add(
            TraitKind.BUILD_PROFILE,
            id,
            "profile %s changes %s"
                .formatted(id, String.join(", ", parts.stream().sorted().toList())),
            profile);
      }
      part(profile);
    }

    private void dependency(Dependency dependency) {
      String artifact = dependency.artifact();
      String module = modules.get(artifact);
      int line = dependency.line();
      if (PROCESSORS.contains(artifact)) {
        add(TraitKind.ANNOTATION_PROCESSOR, artifact, "dependency " + artifact, line);
      }
      if (module != null && !dependency.isForTests()) {
        add(
            TraitKind.MODULE_USE,
            module,
            "%s uses %s".formatted(named(parsed.file().module()), named(module)),
            line);
      } else if (module == null && dependency.version().endsWith("-SNAPSHOT")) {
        add(
            TraitKind.SNAPSHOT_DEPENDENCY,
            dependency.group() + ":" + artifact,
            "dependency %s %s".formatted(artifact, dependency.version()),
            line);
      }
      if (dependency.scope().equals("system")) {
        add(TraitKind.REPOSITORY, "system", "dependency %s from a file".formatted(artifact), line);
      }
    }

    private static String named(String module) {
      return module.isEmpty() ? "the root" : module;
    }

    private void repository(XmlElement repository) {
      String url = text(repository, "url");
      String host = url.replaceFirst("^[a-z]+://(?:[^@/]*@)?", "").replaceFirst("[:/].*", "");
      if (!host.isEmpty() && !PUBLIC.contains(host)) {
        add(TraitKind.REPOSITORY, host, "repository " + text(repository, "id"), repository);
      }
    }

    private void plugins(XmlElement build) {
      for (XmlElement plugins : build.elements("plugins")) {
        for (XmlElement plugin : plugins.elements("plugin")) {
          String artifact = text(plugin, "artifactId");
          if (GENERATORS.contains(artifact)) {
            add(TraitKind.SOURCE_GENERATOR, artifact, "plugin " + artifact, plugin);
          } else if (WEAVERS.contains(artifact)) {
            add(TraitKind.WEAVING, artifact, "plugin " + artifact, plugin);
          }
          for (XmlElement configuration : plugin.elements("configuration")) {
            for (XmlElement paths : configuration.elements("annotationProcessorPaths")) {
              for (XmlElement path : paths.elements()) {
                String processor = text(path, "artifactId");
                if (PROCESSORS.contains(processor)) {
                  add(TraitKind.ANNOTATION_PROCESSOR, processor, "processor " + processor, path);
                }
              }
            }
          }
        }
      }
    }
  }
}
