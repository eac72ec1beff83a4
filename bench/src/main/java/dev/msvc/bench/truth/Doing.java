package dev.msvc.bench.truth;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What methods of a type do to its own fields, through other methods of it, too. */
final class Doing {
  private static final Set<String> CHANGES =
      Set.of("add", "addAll", "remove", "removeAll", "removeIf", "retainAll", "clear", "put");

  private final Classes classes;
  private final Map<String, Done> known = new HashMap<>();

  Doing(Classes classes) {
    this.classes = classes;
  }

  /**
   * What a method does.
   *
   * @param reads names of fields
   * @param writes whether a field, or a collection in one, is changed
   */
  record Done(Set<String> reads, boolean writes) {}

  Done of(ClassNode type, String name, String desc) {
    String key = type.name + "." + name + desc;
    Done done = known.get(key);
    if (done == null) {
      Set<String> reads = new TreeSet<>();
      boolean writes = read(classes.lineage(type), name, desc, reads, new LinkedHashSet<>());
      done = new Done(reads, writes);
      known.put(key, done);
    }
    return done;
  }

  private static boolean read(
      List<ClassNode> lineage, String name, String desc, Set<String> reads, Set<String> seen) {
    if (!seen.add(name + desc)) {
      return false;
    }
    for (ClassNode node : lineage) {
      for (MethodNode method : node.methods) {
        if (method.name.equals(name) && method.desc.equals(desc)) {
          return read(lineage, method, reads, seen);
        }
      }
    }
    return false;
  }

  private static boolean read(
      List<ClassNode> lineage, MethodNode method, Set<String> reads, Set<String> seen) {
    boolean writes = false;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof FieldInsnNode field && isOf(lineage, field.owner)) {
        writes |= field.getOpcode() == Opcodes.PUTFIELD;
        if (field.getOpcode() == Opcodes.GETFIELD) {
          reads.add(field.name);
        }
      } else if (each instanceof MethodInsnNode call) {
        if (isOf(lineage, call.owner)) {
          writes |= read(lineage, call.name, call.desc, reads, seen);
        } else {
          writes |= call.owner.startsWith("java/util/") && CHANGES.contains(call.name);
        }
      }
    }
    return writes;
  }

  private static boolean isOf(List<ClassNode> lineage, String owner) {
    return lineage.stream().anyMatch(each -> each.name.equals(owner));
  }
}
