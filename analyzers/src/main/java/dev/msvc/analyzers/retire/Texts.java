package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.code.MethodLines;
import dev.msvc.model.TypeFact;
import dev.msvc.model.shift.Deletion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who names types in texts: configuration, pages, tests, imports. */
final class Texts {
  private static final long LARGEST = 2_000_000;
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "out", "bin", "dist", "node_modules");
  private static final Set<String> CODE = Set.of("java", "kt", "groovy", "scala");

  /** Files that frameworks read, by their end. */
  private static final Set<String> READ =
      Set.of(
          "xml",
          "properties",
          "yml",
          "yaml",
          "json",
          "jsp",
          "jspx",
          "jspf",
          "tag",
          "tagx",
          "tld",
          "xhtml",
          "html",
          "ftl",
          "ftlh",
          "vm",
          "factories",
          "imports",
          "gradle",
          "kts",
          "conf",
          "hbm",
          "drl",
          "zul",
          "toml");

  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern DOTTED =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:[./][\\p{L}_$][\\p{L}\\p{N}_$]*)+");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
  private static final Pattern IMPORT =
      Pattern.compile("^\\s*import\\s+(?:static\\s+)?([\\w.$]+?)(\\.\\*)?\\s*;?\\s*(//.*)?$");

  private final Path root;
  private final List<String> files;
  private final Map<String, MethodLines> methods = new HashMap<>();

  private Texts(Path root, List<String> files) {
    this.root = root;
    this.files = files;
  }

  /** Those of a tree; what a build makes, and what is hidden, is none of it. */
  static Texts of(Path root) {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
              String name = folder.equals(root) ? "" : String.valueOf(folder.getFileName());
              return name.startsWith(".") || SKIPPED.contains(name)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
              if (of.isRegularFile() && of.size() <= LARGEST && isRead(file)) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    return new Texts(root, files);
  }

  private static boolean isRead(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/META-INF/services/")
        || CODE.contains(end(path))
        || READ.contains(end(path));
  }

  private static String end(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The text of a file, a character a byte: lines are the same in all encodings in use. */
  String read(String file) {
    try {
      return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the methods of a file of Java are; none of another file. */
  MethodLines methods(String file) {
    return methods.computeIfAbsent(
        file, each -> new MethodLines(end(each).equals("java") ? read(each) : ""));
  }

  /**
   * Types that something names which is no import: configuration, pages, code in strings.
   *
   * @return why each stays
   */
  SortedMap<String, String> mentions(Set<String> main, List<TypeFact> types) {
    Map<String, String> names = names(types);
    Set<String> own = files(types);
    SortedMap<String, String> mentions = new TreeMap<>();
    for (String file : names.isEmpty() ? List.<String>of() : files) {
      boolean code = CODE.contains(end(file));
      if (own.contains(file) || (code && !main.contains(file)) || isOfTests(file)) {
        continue;
      }
      int at = 0;
      for (String line : read(file).split("\n", -1)) {
        at++;
        if (code && (IMPORT.matcher(line).find() || isComment(line))) {
          continue;
        }
        for (String each : named(line, names)) {
          mentions.putIfAbsent(each, "is named in %s:%d".formatted(file, at));
        }
      }
    }
    return mentions;
  }

  /** Lines that import types, in some files. */
  SortedMap<String, List<Deletion.Lines>> imports(Set<String> within, List<TypeFact> types) {
    Map<String, String> names = names(types);
    SortedMap<String, List<Deletion.Lines>> imports = new TreeMap<>();
    for (String file : names.isEmpty() ? List.<String>of() : files) {
      if (!within.contains(file)) {
        continue;
      }
      int at = 0;
      for (String line : read(file).split("\n", -1)) {
        at++;
        if (IMPORT.matcher(line).find() && !named(line, names).isEmpty()) {
          imports.computeIfAbsent(file, none -> new ArrayList<>()).add(new Deletion.Lines(at, at));
        }
      }
    }
    return imports;
  }

  /** Code that is not main code and uses some of the types, each with those. */
  SortedMap<String, SortedSet<String>> tests(Set<String> main, List<TypeFact> types) {
    Map<String, String> names = names(types);
    SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    for (String file : names.isEmpty() ? List.<String>of() : files) {
      if (CODE.contains(end(file)) && !main.contains(file)) {
        SortedSet<String> used = used(read(file), types, names);
        if (!used.isEmpty()) {
          tests.put(file, used);
        }
      }
    }
    return tests;
  }

  /** Code that is not main code and calls some methods, each with those. */
  SortedMap<String, SortedSet<String>> callers(
      Set<String> main, SortedMap<String, SortedSet<String>> methods) {
    SortedMap<String, SortedSet<String>> callers = new TreeMap<>();
    for (String file : methods.isEmpty() ? List.<String>of() : files) {
      if (CODE.contains(end(file)) && !main.contains(file)) {
        String text = read(file);
        methods.forEach(
            (type, names) -> {
              if (says(text, "\\b" + Pattern.quote(Retirement.simple(type)) + "\\b")) {
                for (String each : names) {
                  if (says(text, "(\\.|::)\\s*" + Pattern.quote(each) + "\\b")) {
                    callers.computeIfAbsent(file, none -> new TreeSet<>()).add(type + "." + each);
                  }
                }
              }
            });
      }
    }
    return callers;
  }

  private static boolean says(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private static SortedSet<String> used(
      String text, List<TypeFact> types, Map<String, String> names) {
    SortedSet<String> used = new TreeSet<>(named(text, names));
    Set<String> packages = new HashSet<>();
    Matcher own = PACKAGE.matcher(text);
    packages.add(own.find() ? own.group(1) : "");
    text.lines()
        .map(IMPORT::matcher)
        .filter(Matcher::find)
        .filter(each -> each.group(2) != null)
        .forEach(each -> packages.add(each.group(1)));
    Set<String> words = new HashSet<>();
    for (Matcher each = WORD.matcher(text); each.find(); ) {
      words.add(each.group());
    }
    for (TypeFact each : types) {
      if (packages.contains(each.packageName()) && words.contains(each.simpleName())) {
        used.add(each.topLevel());
      }
    }
    return used;
  }

  /** Top-level types whose names, or those of types in them, stand in a text. */
  private static SortedSet<String> named(String text, Map<String, String> names) {
    SortedSet<String> named = new TreeSet<>();
    for (Matcher each = DOTTED.matcher(text); each.find(); ) {
      String word = each.group().replace('/', '.').replace('$', '.');
      while (word.indexOf('.') > 0) {
        String type = names.get(word);
        if (type != null) {
          named.add(type);
          break;
        }
        word = word.substring(0, word.lastIndexOf('.'));
      }
    }
    return named;
  }

  /** Top-level types by the whole names of what is in them. */
  private static Map<String, String> names(Collection<TypeFact> types) {
    Map<String, String> names = new HashMap<>();
    for (TypeFact each : types) {
      names.put(each.name().replaceFirst("@.*", ""), each.topLevel());
    }
    return names;
  }

  private static Set<String> files(Collection<TypeFact> types) {
    Set<String> files = new HashSet<>();
    types.forEach(each -> files.add(each.place().file()));
    return files;
  }

  private static boolean isOfTests(String file) {
    return file.startsWith("src/test/") || file.contains("/src/test/") || file.contains("/test/");
  }

  private static boolean isComment(String line) {
    String text = line.strip();
    return text.startsWith("//") || text.startsWith("*") || text.startsWith("/*");
  }
}
