package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the monolith is built for, as far as the build file at its root says so.
 *
 * @param springBoot its version, as {@code 3.2.4}; empty where none is named there
 * @param java the release of Java: 8, 11, 17, ...
 */
public record Platform(String springBoot, OptionalInt java) {
  /** Nothing is known. */
  static final Platform UNKNOWN = new Platform("", OptionalInt.empty());

  private static final int MOST = 4 * 1024 * 1024;
  private static final String BOOT = "org.springframework.boot";
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(?:\\.[0-9A-Za-z.-]+)?");
  private static final Pattern GRADLE_BOOT =
      Pattern.compile(
          "(?:org\\.springframework\\.boot['\"]\\)?\\s*version\\s*\\(?\\s*|spring-boot-(?:gradle-plugin|dependencies):|"
              + "springBoot(?:Version)?\\s*=\\s*|spring-boot\\s*=\\s*)['\"]?(\\d+\\.\\d+[0-9A-Za-z.-]*)");
  private static final Pattern GRADLE_JAVA =
      Pattern.compile(
          "(?:JavaLanguageVersion\\.of\\(|sourceCompatibility\\s*=?\\s*\\(?['\"]?(?:JavaVersion\\.VERSION_)?|"
              + "jvmToolchain\\()(?:1[._])?(\\d{1,2})");
  private static final List<String> MAVEN_JAVA =
      List.of("java.version", "maven.compiler.release", "maven.compiler.source", "jdk.version");

  /** Reads the build file of a folder; what cannot be read says nothing. */
  public static Platform of(Path root) {
    String pom = text(root.resolve("pom.xml"));
    if (!pom.isEmpty()) {
      try {
        return maven(SafeXml.read(pom));
      } catch (MalformedXml broken) {
        return UNKNOWN;
      }
    }
    StringBuilder gradle = new StringBuilder();
    for (String each :
        List.of(
            "build.gradle", "build.gradle.kts", "gradle.properties", "gradle/libs.versions.toml")) {
      gradle.append(text(root.resolve(each))).append('\n');
    }
    return new Platform(
        first(GRADLE_BOOT, gradle).orElse(""),
        first(GRADLE_JAVA, gradle).map(Platform::release).orElse(OptionalInt.empty()));
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
        List.of("spring-boot.version", "spring.boot.version", "springboot.version")) {
      boot = boot.isEmpty() ? properties.getOrDefault(name, "") : boot;
    }
    OptionalInt java = OptionalInt.empty();
    for (String each : MAVEN_JAVA) {
      if (java.isEmpty()) {
        java = release(resolved(properties.getOrDefault(each, ""), properties));
      }
    }
    String version = resolved(boot, properties);
    return new Platform(VERSION.matcher(version).matches() ? version : "", java);
  }

  private static String child(XmlElement of, String name) {
    return of.elements(name).stream().findFirst().map(each -> each.text().strip()).orElse("");
  }

  private static String resolved(String text, Map<String, String> properties) {
    boolean named = text.startsWith("${") && text.endsWith("}");
    return named ? properties.getOrDefault(text.substring(2, text.length() - 1), "") : text;
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
