package dev.msvc.analyzers.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build file asks for, as far as one can tell without running the build.
 *
 * @param used libraries of its module, those of profiles, too
 * @param managed what it says of libraries for the modules below it that use them
 */
public record BuildFile(List<Dependency> used, List<Dependency> managed) {
  private static final Set<String> GRADLE = Set.of("build.gradle", "build.gradle.kts");

  public BuildFile {
    used = List.copyOf(used);
    managed = List.copyOf(managed);
  }

  /** Reads a project of Maven. */
  public static BuildFile ofMaven(XmlElement project) {
    List<Dependency> used = new ArrayList<>(dependencies(project));
    for (XmlElement profiles : project.elements("profiles")) {
      profiles.elements("profile").forEach(each -> used.addAll(dependencies(each)));
    }
    List<Dependency> managed = new ArrayList<>();
    project.elements("dependencyManagement").forEach(each -> managed.addAll(dependencies(each)));
    return new BuildFile(used, managed);
  }

  /** Reads the lines of Gradle that are written as most people write them. */
  public static BuildFile ofGradle(String text) {
    return new BuildFile(GradleLines.dependencies(text), List.of());
  }

  /** Whether a file is called as one of Gradle's that a module has. */
  public static boolean isOfGradle(String fileName) {
    return GRADLE.contains(fileName);
  }

  /**
   * The same files, with scopes that those around them tell.
   *
   * @param files by what stands for each
   */
  public static SortedMap<String, BuildFile> settled(Map<String, BuildFile> files) {
    Map<String, Set<String>> scopes = new HashMap<>();
    for (BuildFile file : files.values()) {
      for (Dependency each : file.managed) {
        scopes.computeIfAbsent(each.name(), any -> new HashSet<>()).add(each.scope());
      }
    }
    SortedMap<String, BuildFile> settled = new TreeMap<>();
    files.forEach((name, file) -> settled.put(name, file.in(scopes)));
    return settled;
  }

  private BuildFile in(Map<String, Set<String>> scopes) {
    List<Dependency> all = new ArrayList<>();
    for (Dependency each : used) {
      Set<String> told = scopes.getOrDefault(each.name(), Set.of());
      boolean one = each.scope().isEmpty() && told.size() == 1;
      all.add(one ? each.in(told.iterator().next()) : each);
    }
    return new BuildFile(all, managed);
  }

  /** Those directly in a part of a project, as in the project itself or one of its profiles. */
  public static List<Dependency> dependencies(XmlElement part) {
    List<Dependency> found = new ArrayList<>();
    for (XmlElement all : part.elements("dependencies")) {
      for (XmlElement each : all.elements("dependency")) {
        found.add(
            new Dependency(
                text(each, "groupId"),
                text(each, "artifactId"),
                text(each, "version"),
                text(each, "scope"),
                each.line()));
      }
    }
    return found;
  }

  private static String text(XmlElement parent, String name) {
    List<XmlElement> found = parent.elements(name);
    return found.isEmpty() ? "" : found.get(0).text().strip();
  }
}
