package dev.msvc.analyzers.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.Unread;
import dev.msvc.model.Word;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a tree: which files it holds, without opening one. Symbolic links are not followed:
 * what they lead to is either met elsewhere in the tree or none of its business.
 */
public final class TreeWalk extends SimpleFileVisitor<Path> {
  static final int MAX_DEPTH = 200;

  /** What the user says to msvc is no part of the system. */
  private static final Set<String> OURS = Set.of(Word.FILE, SavedRoadmap.FILE);

  private static final Set<String> BUILD_FILES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", ".classpath");
  private static final Set<String> OUTPUTS = Set.of("target", "build", "out", "bin", "dist");

  /** SQL and its procedural languages, beside files that end in sql. */
  private static final Set<String> SCRIPTS =
      Set.of("ddl", "pks", "pkb", "prc", "fnc", "trg", "vw", "pls", "plsql", "psql");

  private static final Set<String> EXTENSIONS =
      Set.of(
          "java",
          "kt",
          "scala",
          "groovy",
          "xml",
          "hbm",
          "ent",
          "sql",
          "jrxml",
          "yml",
          "yaml",
          "json",
          "properties",
          "xhtml",
          "jsp",
          "jspf",
          "tag",
          "zul",
          "stg",
          "st",
          "vm",
          "ftl",
          "ftlh",
          "gradle",
          "kts");

  /** A plain file, by its path relative to the root. */
  record Found(String file, Path path, long size, boolean output) {
    String folder() {
      return Layout.parent(file);
    }

    String name() {
      return file.substring(file.lastIndexOf('/') + 1);
    }

    String extension() {
      return TreeWalk.extension(name());
    }
  }

  private final Path root;
  private final List<Found> files = new ArrayList<>();
  private final Set<String> modules = new TreeSet<>();
  private final List<Unread> unread = new ArrayList<>();
  private @Nullable Path output;

  /**
   * Walks over a tree.
   *
   * @throws dev.msvc.model.UserError where there is no such folder, or it cannot be read
   */
  public static TreeWalk of(Path root) {
    try {
      return new TreeWalk(Root.of(root)).walk();
    } catch (IOException e) {
      throw Root.unreadable(root, e);
    }
  }

  /** Prepares for a root that is a real path. */
  TreeWalk(Path root) {
    this.root = root;
  }

  TreeWalk walk() throws IOException {
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, this);
    files.sort(Comparator.comparing(Found::file));
    return this;
  }

  /** The real path of the folder. */
  public Path root() {
    return root;
  }

  /** Sorted by path. */
  List<Found> files() {
    return files;
  }

  /** Folders with a build file, sorted; the root is empty. */
  Set<String> modules() {
    return modules;
  }

  List<Unread> unread() {
    return unread;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    String name = name(folder);
    if (isSkipped(name)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (output != null) {
      boolean direct = output.equals(folder.getParent());
      return !direct || name.startsWith("generated")
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }
    if (OUTPUTS.contains(name) && hasBuildFile(parent(folder)) && !hasBuildFile(folder)) {
      output = folder;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
    if (folder.equals(output)) {
      output = null;
    }
    if (broken != null) {
      add(folder, "the folder %s".formatted(SourceText.reason(broken)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    String name = name(path);
    if (BUILD_FILES.contains(name) && output == null && attributes.isRegularFile()) {
      addModule(Layout.parent(relative(path)));
    }
    if (attributes.isDirectory()) {
      if (!isSkipped(name)) {
        add(path, "nested deeper than %d folders".formatted(MAX_DEPTH));
      }
    } else if (attributes.isSymbolicLink()) {
      addLink(path, name);
    } else if (isWanted(name) && !(OURS.contains(name) && root.equals(path.getParent()))) {
      if (attributes.isRegularFile()) {
        files.add(new Found(relative(path), path, attributes.size(), output != null));
      } else {
        add(path, "not a plain file");
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (path.equals(root)) {
      throw failure;
    }
    if (!isSkipped(name(path))) {
      add(path, SourceText.reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private void addLink(Path link, String name) {
    if (isSkipped(name) || output != null) {
      return;
    }
    try {
      Path target = link.toRealPath();
      if (link.startsWith(target)) {
        add(link, "a symbolic link to a folder around it: not followed");
      } else if (!target.startsWith(root) && (isWanted(name) || Files.isDirectory(target))) {
        add(link, "a symbolic link out of the analysed folder: not followed");
      }
    } catch (NoSuchFileException broken) {
      if (isWanted(name)) {
        add(link, "a symbolic link that leads nowhere");
      }
    } catch (AccessDeniedException denied) {
      add(link, "a symbolic link that may not be followed: permission denied");
    } catch (IOException loop) {
      add(link, "a symbolic link that leads to itself");
    }
  }

  private void addModule(String folder) {
    String inside = "/" + folder + "/";
    if (!inside.contains("/src/main/") && !inside.contains("/src/test/")) {
      modules.add(folder);
    }
  }

  private void add(Path path, String reason) {
    if (output == null) {
      unread.add(new Unread(relative(path), 0, reason));
    }
  }

  private static boolean isSkipped(String name) {
    return name.startsWith(".") || name.equals("node_modules");
  }

  private static boolean isWanted(String name) {
    return !name.startsWith(".")
        && name.indexOf('.') > 0
        && (EXTENSIONS.contains(extension(name)) || SCRIPTS.contains(extension(name)));
  }

  private static boolean hasBuildFile(Path folder) {
    return BUILD_FILES.stream()
        .anyMatch(each -> Files.isRegularFile(folder.resolve(each), LinkOption.NOFOLLOW_LINKS));
  }

  private Path parent(Path folder) {
    Path parent = folder.getParent();
    return parent == null ? root : parent;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private String relative(Path path) {
    Path relative = root.relativize(path);
    String name = relative.toString().replace(path.getFileSystem().getSeparator(), "/");
    return name.indexOf('\uFFFD') < 0 ? name : decoded(path);
  }

  /** The name in UTF-8, where the JVM runs in a locale that cannot show it. */
  private String decoded(Path path) {
    URI uri = path.toUri();
    String all = URLDecoder.decode(uri.getRawPath().replace("+", "%2B"), UTF_8);
    String start = URLDecoder.decode(root.toUri().getRawPath().replace("+", "%2B"), UTF_8);
    String relative = all.substring(start.length());
    return relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
  }
}
