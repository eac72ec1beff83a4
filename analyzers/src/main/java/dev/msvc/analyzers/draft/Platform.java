package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.service.ServiceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the monolith is built for, as far as the build file at its root says so.
 *
 * @param springBoot its version, as {@code 3.2.4}; empty where none is named there
 * @param java the release of Java: 8, 11, 17, ...
 */
public record Platform(String springBoot, OptionalInt java) {
  /** Nothing is known. */
  static final Platform UNKNOWN = new Platform("", OptionalInt.empty());

  private static final int NEWEST = 4;

  /** Properties that stand for others. */
  private static final int DEEPEST = 8;

  private static final int MOST_FOLDERS = 60;

  private static final String NO_MODULE = "\\..*|src|build|target|out|node_modules";
  private static final int MOST = 4 * 1024 * 1024;
  private static final String BOOT = "org.springframework.boot";

  /** What quotes hold is no comment: a pattern of files may look like the beginning of one. */
  private static final Pattern QUOTED_OR_COMMENT =
      Pattern.compile(
          "(\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+')"
              + "|(?s:/\\*.*?\\*/)|//[^\n]*|(?m:^[ \\t]*#[^\n]*)");

  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(?:\\.[0-9A-Za-z.-]+)?");
  private static final Pattern GRADLE_BOOT =
      Pattern.compile(
          "(?:org\\.springframework\\.boot['\"]\\)?\\s*version\\s*\\(?\\s*|spring-boot-(?:gradle-plugin|dependencies):|"
              + "springBoot(?:Version)?\\s*=\\s*|spring-boot\\s*=\\s*)['\"]?(\\d+\\.\\d+[0-9A-Za-z.-]*)");
  private static final List<String> MAVEN_JAVA =
      List.of("maven.compiler.release", "java.version", "maven.compiler.source", "jdk.version");

  /**
   * The monolith's own line of Spring Boot and its Java, or the nearest that services are made for.
   *
   * @param otherwise where it does not say them
   */
  ServiceOptions options(Notes notes, ServiceOptions otherwise) {
    ServiceOptions.Boot line = otherwise.boot();
    if (!springBoot.isEmpty()
        && Integer.parseInt(springBoot.substring(0, springBoot.indexOf('.'))) < NEWEST) {
      line = ServiceOptions.Boot.BOOT_3;
      if (!springBoot.startsWith("3.")) {
        notes.say(
            Kind.CHANGED,
            "Spring Boot %s: services are not made for it; the nearest line is %s"
                .formatted(springBoot, line.line()));
      }
    }
    if (springBoot.isEmpty()) {
      notes.say(
          Kind.CHANGED,
          "no build file names Spring Boot: the service is built on %s".formatted(line.line()));
    }
    return new ServiceOptions(
        otherwise.template(),
        otherwise.database(),
        line,
        java(notes, otherwise),
        otherwise.apiKeys());
  }

  /** The monolith's own release of Java, or the nearest that runs what was written for it. */
  private ServiceOptions.Java java(Notes notes, ServiceOptions otherwise) {
    if (java.isEmpty()) {
      return otherwise.java();
    }
    int own = java.getAsInt();
    if (own < ServiceOptions.DEFAULT.java().release()) {
      notes.say(
          Kind.CHANGED,
          "Java %d: services are not made for it; this one is for %d"
              .formatted(own, otherwise.java().release()));
      return otherwise.java();
    }
    ServiceOptions.Java nearest = ServiceOptions.Java.running(own);
    if (nearest.release() != own) {
      notes.say(
          Kind.CHANGED,
          "Java %d: services are not made for it; the nearest is %d"
              .formatted(own, nearest.release()));
    } else if (nearest != ServiceOptions.DEFAULT.java()) {
      notes.say(
          Kind.CHANGED, "Java %d, as the monolith: it takes a JDK %d to build".formatted(own, own));
    }
    return nearest;
  }

  /**
   * Reads the build file of a folder, and those below it for what it does not say: of Java what
   * most of them say. What cannot be read says nothing.
   */
  public static Platform of(Path root) {
    String definitions = gradle(root);
    Platform found = ofFolder(root, definitions);
    String springBoot = found.springBoot();
    Map<Integer, Integer> releases = new TreeMap<>();
    for (Path each : below(root, root)) {
      Platform more = ofFolder(each, definitions);
      springBoot = springBoot.isEmpty() ? more.springBoot() : springBoot;
      more.java().ifPresent(release -> releases.merge(release, 1, Integer::sum));
    }
    return new Platform(springBoot, found.java().isPresent() ? found.java() : most(releases));
  }

  /** What most say; of what equally many say the newest. */
  private static OptionalInt most(Map<Integer, Integer> releases) {
    return releases.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(each -> OptionalInt.of(each.getKey()))
        .orElse(OptionalInt.empty());
  }

  /** Folders below one that may be modules, those less deep first. */
  private static List<Path> below(Path root, Path folder) {
    List<Path> own;
    try (Stream<Path> all = Files.list(folder)) {
      own =
          all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
              .filter(each -> !String.valueOf(each.getFileName()).matches(NO_MODULE))
              .sorted()
              .limit(MOST_FOLDERS)
              .toList();
    } catch (IOException e) {
      return List.of();
    }
    List<Path> below = new ArrayList<>(own);
    if (folder.equals(root)) {
      own.forEach(each -> below.addAll(below(root, each)));
    }
    return below;
  }

  private static Platform ofFolder(Path root, String definitions) {
    String pom = text(root.resolve("pom.xml"));
    if (!pom.isEmpty()) {
      try {
        return maven(SafeXml.read(pom));
      } catch (MalformedXml broken) {
        return UNKNOWN;
      }
    }
    String gradle = gradle(root);
    return new Platform(
        first(GRADLE_BOOT, gradle).orElse(""),
        gradle.isBlank()
            ? OptionalInt.empty()
            : GradleJava.of(gradle, gradle + "\n" + definitions));
  }

  private static String gradle(Path folder) {
    StringBuilder gradle = new StringBuilder();
    for (String each :
        List.of(
            "build.gradle", "build.gradle.kts", "gradle.properties", "gradle/libs.versions.toml")) {
      gradle.append(text(folder.resolve(each))).append('\n');
    }
    return QUOTED_OR_COMMENT.matcher(gradle).replaceAll("$1");
  }

  private static Platform maven(XmlElement project) {
    Map<String, String> properties = new HashMap<>();
    for (XmlElement each : project.elements("properties")) {
      each.elements().forEach(one -> properties.put(one.name(), one.text().strip()));
    }
    String boot = "";
    for (XmlElement parent : project.elements("parent")) {
      if (child(parent, "groupId").equals(BOOT)) {
        boot = child(parent, "version");
      }
    }
    for (XmlElement management : project.elements("dependencyManagement")) {
      for (XmlElement all : management.elements("dependencies")) {
        for (XmlElement each : all.elements("dependency")) {
          if (boot.isEmpty() && child(each, "artifactId").equals("spring-boot-dependencies")) {
            boot = child(each, "version");
          }
        }
      }
    }
    for (String name :
        List.of(
            "spring-boot.version",
            "spring.boot.version",
            "springboot.version",
            "version.spring-boot",
            "version.spring.boot",
            "springBootVersion",
            "spring-boot-dependencies.version")) {
      boot = boot.isEmpty() ? properties.getOrDefault(name, "") : boot;
    }
    OptionalInt java = OptionalInt.empty();
    for (String each : MAVEN_JAVA) {
      if (java.isEmpty()) {
        java = release(resolved(properties.getOrDefault(each, ""), properties));
      }
    }
    for (XmlElement each : project.elements("build")) {
      for (String setting : compiler(each)) {
        java = java.isEmpty() ? release(resolved(setting, properties)) : java;
      }
    }
    String version = resolved(boot, properties);
    return new Platform(VERSION.matcher(version).matches() ? version : "", java);
  }

  /** What the build tells the compiler, the strongest first. */
  private static List<String> compiler(XmlElement build) {
    List<XmlElement> homes = new ArrayList<>(List.of(build));
    homes.addAll(build.elements("pluginManagement"));
    List<String> settings = new ArrayList<>();
    for (String name : List.of("release", "source")) {
      for (XmlElement home : homes) {
        for (XmlElement plugins : home.elements("plugins")) {
          for (XmlElement plugin : plugins.elements("plugin")) {
            if (child(plugin, "artifactId").equals("maven-compiler-plugin")) {
              plugin.elements("configuration").forEach(each -> settings.add(child(each, name)));
            }
          }
        }
      }
    }
    return settings;
  }

  private static String child(XmlElement of, String name) {
    return of.elements(name).stream().findFirst().map(each -> each.text().strip()).orElse("");
  }

  private static String resolved(String text, Map<String, String> properties) {
    String at = text;
    for (int i = 0; i < DEEPEST && at.startsWith("${") && at.endsWith("}"); i++) {
      at = properties.getOrDefault(at.substring(2, at.length() - 1), "");
    }
    return at;
  }

  private static OptionalInt release(String text) {
    String bare = text.startsWith("1.") ? text.substring(2) : text;
    return bare.matches("\\d{1,2}") ? OptionalInt.of(Integer.parseInt(bare)) : OptionalInt.empty();
  }

  private static Optional<String> first(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
