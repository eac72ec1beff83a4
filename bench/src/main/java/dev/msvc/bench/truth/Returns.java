package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The texts that methods of the system return for the texts that they are given; of methods that
 * subclasses override nothing, since the object decides.
 */
final class Returns {
  /** Around the number of the local variable that is a parameter. */
  private static final String PARAMETER = "\u0005";

  private static final Pattern GIVEN = Pattern.compile(PARAMETER + "(\\d+)" + PARAMETER);
  private static final String TEXT = "Ljava/lang/String;";
  private static final int ROUNDS = 3;

  private final Map<String, Set<String>> known = new HashMap<>();
  private final Classes classes;

  Returns(Classes classes, Map<String, Set<String>> fields) {
    this.classes = classes;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Set<String>> found = new HashMap<>();
      for (ClassNode node : classes.all()) {
        for (MethodNode method : node.methods) {
          boolean text = method.desc.endsWith(")" + TEXT) && method.instructions.size() > 0;
          if (text && !overridden(node, method)) {
            Set<String> texts = texts(node, method, fields);
            if (!texts.isEmpty()) {
              found.put(node.name + "." + method.name + method.desc, texts);
            }
          }
        }
      }
      known.putAll(found);
    }
  }

  private boolean overridden(ClassNode node, MethodNode method) {
    return classes.below(node.name).stream()
        .map(classes::get)
        .anyMatch(
            below ->
                below != null
                    && below.methods.stream()
                        .anyMatch(
                            each ->
                                each.name.equals(method.name) && each.desc.equals(method.desc)));
  }

  private Set<String> texts(ClassNode node, MethodNode method, Map<String, Set<String>> fields) {
    Set<String> texts = new LinkedHashSet<>();
    try {
      Flow flow =
          new Flow(fields, Map.of(), this) {
            @Override
            public Val newParameterValue(boolean isInstanceMethod, int local, Type type) {
              return type.getDescriptor().equals(TEXT)
                  ? Val.text(Set.of(PARAMETER + local + PARAMETER))
                  : super.newParameterValue(isInstanceMethod, local, type);
            }
          };
      Frame<Val>[] frames = new Analyzer<>(flow).analyze(node.name, method);
      for (int i = 0; i < frames.length; i++) {
        AbstractInsnNode each = method.instructions.get(i);
        if (frames[i] != null && each.getOpcode() == Opcodes.ARETURN) {
          Set<String> some = frames[i].getStack(frames[i].getStackSize() - 1).texts();
          if (some.isEmpty()) {
            return Set.of();
          }
          texts.addAll(some);
        }
      }
    } catch (AnalyzerException e) {
      return Set.of();
    }
    return Val.capped(texts);
  }

  /** What a call returns; empty where that is not known. */
  Set<String> of(String owner, String name, String desc, List<? extends Val> values) {
    Set<String> texts = declared(owner, name + desc);
    if (texts.isEmpty()) {
      return Set.of();
    }
    Set<String> filled = new LinkedHashSet<>();
    for (String each : texts) {
      filled.addAll(filled(each, values));
    }
    return Val.capped(filled);
  }

  private Set<String> declared(String owner, String method) {
    @Nullable ClassNode each = classes.get(owner);
    while (each != null) {
      Set<String> texts = known.get(each.name + "." + method);
      if (texts != null) {
        return texts;
      }
      String wanted = method;
      if (each.methods.stream().anyMatch(one -> wanted.equals(one.name + one.desc))) {
        return Set.of();
      }
      each = classes.get(each.superName);
    }
    return Set.of();
  }

  private static Set<String> filled(String text, List<? extends Val> values) {
    List<Set<String>> parts = new ArrayList<>();
    Matcher given = GIVEN.matcher(text);
    int from = 0;
    while (given.find()) {
      parts.add(Set.of(text.substring(from, given.start())));
      parts.add(at(Integer.parseInt(given.group(1)), values));
      from = given.end();
    }
    parts.add(Set.of(text.substring(from)));
    Set<String> filled = Set.of("");
    for (Set<String> part : parts) {
      filled = Val.joined(filled, part);
    }
    return filled;
  }

  /** What is in a local variable when the method begins: the object first, where there is one. */
  private static Set<String> at(int local, List<? extends Val> values) {
    int next = 0;
    for (Val each : values) {
      if (next == local) {
        return each.part();
      }
      next += each.getSize();
    }
    return Set.of(Sql.HOLE);
  }
}
