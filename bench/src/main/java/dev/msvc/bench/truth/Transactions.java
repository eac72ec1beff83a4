package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Transactions as annotations in class files say, by the rules of the proxies that read them. */
final class Transactions {
  private static final Set<String> TRANSACTIONAL =
      Set.of(
          "org.springframework.transaction.annotation.Transactional",
          "javax.transaction.Transactional",
          "jakarta.transaction.Transactional");
  private static final Set<String> NONE = Set.of("NOT_SUPPORTED", "NEVER");
  private static final Set<String> BY_HAND =
      Set.of(
          "execute",
          "executeWithoutResult",
          "getTransaction",
          "begin",
          "beginTransaction",
          "requiringNew",
          "setAutoCommit",
          "call",
          "runInJtaTransaction");

  private final Classes classes;

  Transactions(Classes classes) {
    this.classes = classes;
  }

  Judged<Transacted> judged(Code code) {
    Judged<Transacted> judged = new Judged<>();
    for (ClassNode node : classes.all()) {
      if ((node.access & Opcodes.ACC_ANNOTATION) == 0) {
        for (MethodNode method : node.methods) {
          if (Classes.written(method)) {
            judge(node, method, judged);
          }
        }
      }
    }
    for (Code.Call call : code.calls) {
      if (call.owner().toLowerCase(Locale.ROOT).contains("transaction")
          || BY_HAND.contains(call.name())) {
        String method = call.method().name;
        if (method.startsWith("lambda$")) {
          method = method.substring(7, Math.max(7, method.lastIndexOf('$')));
        }
        ClassNode in = call.in();
        while (in.outerMethod != null && classes.get(in.outerClass) != null) {
          method = in.outerMethod;
          in = Objects.requireNonNull(classes.get(in.outerClass));
        }
        judged.may().add(new Transacted(classes.source(in.name), method));
      }
    }
    return judged;
  }

  private void judge(ClassNode node, MethodNode method, Judged<Transacted> judged) {
    Transacted fact = new Transacted(classes.source(node.name), method.name);
    boolean proxied =
        (method.access & Opcodes.ACC_PUBLIC) != 0 && (method.access & Opcodes.ACC_STATIC) == 0;
    boolean implementedElsewhere = (method.access & Opcodes.ACC_ABSTRACT) != 0 && !repository(node);
    String said = said(node, method);
    if (said == null && bean(node)) {
      said = "REQUIRED";
    }
    if (said == null || NONE.contains(said)) {
      return;
    }
    if (!proxied || implementedElsewhere || said.equals("SUPPORTS")) {
      judged.may().add(fact);
    } else {
      judged.must().add(fact);
    }
  }

  /** The propagation that holds: the method's, the type's, then what they override and extend. */
  private @Nullable String said(ClassNode node, MethodNode method) {
    List<ClassNode> lineage = classes.lineage(node);
    String own = propagation(Classes.notes(method));
    if (own == null) {
      own = propagation(classes.notes(node));
    }
    for (ClassNode each : lineage) {
      if (own == null && each != node) {
        for (MethodNode above : each.methods) {
          if (own == null && Classes.overrides(method, above)) {
            own = propagation(Classes.notes(above));
          }
        }
      }
    }
    Set<ClassNode> seen = new HashSet<>();
    for (ClassNode each : lineage) {
      if (own == null && seen.add(each)) {
        own = propagation(classes.notes(each));
      }
    }
    return own;
  }

  private @Nullable String propagation(List<Note> direct) {
    for (Note note : classes.spread(new ArrayList<>(direct))) {
      if (TRANSACTIONAL.contains(note.type())) {
        List<String> words = new ArrayList<>(note.words("propagation"));
        words.addAll(note.type().contains("springframework") ? List.of() : note.words("value"));
        return words.isEmpty() ? "REQUIRED" : words.get(0);
      }
    }
    return null;
  }

  private boolean bean(ClassNode node) {
    for (ClassNode each = node; each != null; each = classes.get(each.superName)) {
      for (Note note : classes.notes(each)) {
        if (note.type()
            .matches("(javax|jakarta)\\.ejb\\.(Stateless|Stateful|Singleton|MessageDriven)")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean repository(ClassNode node) {
    return classes.above(node).stream()
            .anyMatch(each -> each.startsWith("org/springframework/data"))
        || classes.below(node.name).isEmpty();
  }
}
