package dev.msvc.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Main code as it lies on the disc, read with nothing of ours. */
final class JavaFiles {
  private static final Set<String> BUILT = Set.of("target", "build", "node_modules");

  private JavaFiles() {}

  /** The Java files below a folder, without tests and without what builds leave behind. */
  static List<Path> below(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && notMain(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  /**
   * Tests, what builds leave beside their sources, and hidden folders; packages may have any name.
   */
  private static boolean notMain(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".")
        || folder.endsWith("src/test")
        || (BUILT.contains(name) && Files.isDirectory(folder.resolveSibling("src")));
  }

  /** The top-level types that the files declare, with the top-level types that they import. */
  static SortedMap<String, Set<String>> imports(List<Path> files) throws IOException {
    JavaParser parser = parser();
    SortedMap<String, Set<String>> imports = new TreeMap<>();
    for (Path file : files) {
      CompilationUnit unit = parser.parse(file).getResult().orElseGet(CompilationUnit::new);
      String prefix =
          unit.getPackageDeclaration()
              .map(PackageDeclaration::getNameAsString)
              .map(name -> name + ".")
              .orElse("");
      Set<String> imported = new TreeSet<>();
      for (ImportDeclaration each : unit.getImports()) {
        if (!each.isAsterisk() || each.isStatic()) {
          named(each.getNameAsString(), imported);
        }
      }
      for (TypeDeclaration<?> type : unit.getTypes()) {
        imports.put(prefix + type.getNameAsString(), imported);
      }
    }
    return imports;
  }

  /** Each dotted beginning, of which one is the top-level type: of members, that around them. */
  private static void named(String name, Set<String> to) {
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      to.add(name.substring(0, dot));
    }
  }

  /**
   * The fastest way in which JavaParser reads and still tells lines, which come from tokens: no
   * language checks, no comments. Its own default attributes comments, too.
   */
  static JavaParser parser() {
    return new JavaParser(
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW).setAttributeComments(false));
  }
}
