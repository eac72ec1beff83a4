package dev.msvc.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** All class files of a system, by internal name. */
public final class Classes {
  private static final Pattern TYPE_VARIABLE = Pattern.compile("[(;<>*\\[]T[A-Za-z_]\\w*;");

  private final Map<String, ClassNode> byName = new TreeMap<>();
  private final Map<String, List<Note>> notes = new LinkedHashMap<>();
  private final Map<String, Set<String>> below = new LinkedHashMap<>();

  private Classes() {}

  /** Reads a folder. */
  public static Classes below(Path folder) throws IOException {
    Classes classes = new Classes();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".class")
            && !name.equals("module-info.class")
            && !file.startsWith(folder.resolve("META-INF"))) {
          ClassNode node = new ClassNode();
          new ClassReader(Files.readAllBytes(file))
              .accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
          classes.byName.put(node.name, node);
        }
      }
    }
    for (ClassNode node : classes.all()) {
      for (String above : supers(node)) {
        classes.below.computeIfAbsent(above, key -> new LinkedHashSet<>()).add(node.name);
      }
    }
    return classes;
  }

  Collection<ClassNode> all() {
    return byName.values();
  }

  @Nullable ClassNode get(@Nullable String internalName) {
    return internalName == null ? null : byName.get(internalName);
  }

  /** As in source: {@code a.b.Outer.Inner}. */
  String source(String internalName) {
    StringBuilder name = new StringBuilder(internalName);
    for (int i = name.indexOf("$"); i > 0; i = name.indexOf("$", i + 1)) {
      if (byName.containsKey(internalName.substring(0, i))) {
        name.setCharAt(i, '.');
      }
    }
    return name.toString().replace('/', '.');
  }

  /** The top-level type around: {@code a.b.Outer}. */
  String top(String internalName) {
    int dollar = internalName.indexOf('$', internalName.lastIndexOf('/') + 2);
    while (dollar > 0) {
      if (byName.containsKey(internalName.substring(0, dollar))) {
        return internalName.substring(0, dollar).replace('/', '.');
      }
      dollar = internalName.indexOf('$', dollar + 1);
    }
    return internalName.replace('/', '.');
  }

  List<Note> notes(ClassNode node) {
    return notes.computeIfAbsent(
        node.name, key -> Note.of(node.visibleAnnotations, node.invisibleAnnotations));
  }

  static List<Note> notes(MethodNode node) {
    return Note.of(node.visibleAnnotations, node.invisibleAnnotations);
  }

  static List<Note> notes(FieldNode node) {
    return Note.of(node.visibleAnnotations, node.invisibleAnnotations);
  }

  /**
   * Annotations with those of the system that they carry themselves put behind them, for
   * annotations composed of others.
   */
  List<Note> spread(List<Note> direct) {
    List<Note> spread = new ArrayList<>(direct);
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < spread.size(); i++) {
      ClassNode own = byName.get(spread.get(i).type().replace('.', '/'));
      if (own != null && seen.add(own.name)) {
        spread.addAll(notes(own));
      }
    }
    return spread;
  }

  static List<String> supers(ClassNode node) {
    List<String> supers = new ArrayList<>();
    if (node.superName != null) {
      supers.add(node.superName);
    }
    supers.addAll(node.interfaces);
    return supers;
  }

  /** A type and all above it that are the system's, nearest first. */
  List<ClassNode> lineage(ClassNode node) {
    List<ClassNode> lineage = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(Set.of(node.name));
    Deque<ClassNode> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      ClassNode next = open.poll();
      lineage.add(next);
      for (String above : supers(next)) {
        ClassNode known = byName.get(above);
        if (known != null && seen.add(above)) {
          open.add(known);
        }
      }
    }
    return lineage;
  }

  /** Every name above a type, the system's and others'. */
  Set<String> above(ClassNode node) {
    Set<String> above = new LinkedHashSet<>();
    for (ClassNode each : lineage(node)) {
      above.addAll(supers(each));
    }
    return above;
  }

  /** All types below, without the type itself. */
  Set<String> below(String internalName) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(internalName));
    while (!open.isEmpty()) {
      for (String sub : below.getOrDefault(open.poll(), Set.of())) {
        if (found.add(sub)) {
          open.add(sub);
        }
      }
    }
    return found;
  }

  static boolean concrete(ClassNode node) {
    return (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE | Opcodes.ACC_ANNOTATION))
        == 0;
  }

  static boolean written(MethodNode method) {
    return (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0
        && !method.name.startsWith("<");
  }

  /** Whether a method has the name and the parameters of one above, which may be type variables. */
  static boolean overrides(MethodNode method, MethodNode above) {
    if (!method.name.equals(above.name) || !written(above)) {
      return false;
    }
    Type[] own = Type.getArgumentTypes(method.desc);
    Type[] others = Type.getArgumentTypes(above.desc);
    return Arrays.equals(own, others)
        || (own.length == others.length
            && above.signature != null
            && TYPE_VARIABLE.matcher(above.signature).find());
  }

  /** Internal names of classes in the order in which a signature names them. */
  static List<String> named(@Nullable String signature) {
    List<String> names = new ArrayList<>();
    if (signature != null) {
      SignatureVisitor visitor =
          new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public void visitClassType(String name) {
              names.add(name);
            }
          };
      if (signature.startsWith("(") || signature.startsWith("<") || signature.contains(";L")) {
        new SignatureReader(signature).accept(visitor);
      } else {
        new SignatureReader(signature).acceptType(visitor);
      }
    }
    return names;
  }
}
