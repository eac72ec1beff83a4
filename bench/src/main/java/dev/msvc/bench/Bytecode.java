package dev.msvc.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * What compiled classes say about who depends on whom: nested types folded into their top-level
 * type.
 */
final class Bytecode {
  private static final int CONSTANT_CLASS = 7;

  private final Path classes;

  Bytecode(Path classes) {
    this.classes = classes;
  }

  /** The top-level types. */
  SortedSet<String> types() throws IOException {
    SortedSet<String> types = new TreeSet<>();
    for (Path file : files()) {
      types.add(topLevel(new ClassReader(Files.readAllBytes(file)).getClassName()));
    }
    return types;
  }

  /** Every type that code, descriptors, signatures or annotations of a class file name. */
  SortedSet<Edge> linked() throws IOException {
    SortedSet<Edge> edges = new TreeSet<>();
    for (Path file : files()) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      String from = topLevel(reader.getClassName());
      Remapper named =
          new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
              edges.add(new Edge(from, topLevel(internalName)));
              return internalName;
            }
          };
      reader.accept(new ClassRemapper(new ClassNode(), named), ClassReader.SKIP_FRAMES);
    }
    edges.removeIf(edge -> edge.from().equals(edge.to()));
    return edges;
  }

  /**
   * Every type that a class file's constant pool has an entry of, used or not: javac leaves one for
   * the owner of a constant that it copied into code.
   */
  SortedSet<Edge> pooled() throws IOException {
    SortedSet<Edge> edges = new TreeSet<>();
    for (Path file : files()) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      String from = topLevel(reader.getClassName());
      char[] buffer = new char[reader.getMaxStringLength()];
      for (int item = 1; item < reader.getItemCount(); item++) {
        int offset = reader.getItem(item);
        if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
          Type type = Type.getObjectType(reader.readUTF8(offset, buffer));
          Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
          edges.add(new Edge(from, topLevel(element.getClassName())));
        }
      }
    }
    edges.removeIf(edge -> edge.from().equals(edge.to()));
    return edges;
  }

  /** What the JDK's own tool finds, which knows nothing of annotations' values and of locals. */
  SortedSet<Edge> jdeps() throws SkippedException {
    ToolProvider jdeps =
        ToolProvider.findFirst("jdeps")
            .orElseThrow(() -> new SkippedException("this java has no jdeps: run it with a JDK's"));
    StringWriter out = new StringWriter();
    jdeps.run(
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        "-verbose:class",
        "-filter:none",
        classes.toString());
    SortedSet<Edge> edges = new TreeSet<>();
    for (String line : (Iterable<String>) out.toString().lines()::iterator) {
      List<String> words = List.of(line.strip().split("\\s+"));
      // lines that start at the margin are between archives
      if (line.startsWith(" ") && words.size() > 2 && words.get(1).equals("->")) {
        edges.add(new Edge(topLevel(words.get(0)), topLevel(words.get(2))));
      }
    }
    edges.removeIf(edge -> edge.from().equals(edge.to()));
    return edges;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .filter(file -> !classes.relativize(file).startsWith("META-INF"))
          .sorted()
          .toList();
    }
  }

  private static String topLevel(String name) {
    int simple = Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1;
    int nested = name.indexOf('$', simple + 1);
    return (nested < 0 ? name : name.substring(0, nested)).replace('/', '.');
  }
}
