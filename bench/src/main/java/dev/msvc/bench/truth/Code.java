package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Every call in a system with what is known of its arguments, and every text that goes anywhere.
 */
final class Code {
  /**
   * A call.
   *
   * @param arguments without the receiver
   */
  record Call(
      ClassNode in,
      MethodNode method,
      String owner,
      String name,
      String desc,
      @Nullable Val receiver,
      List<Val> arguments) {}

  /**
   * A text that is given to a method, returned, or put into a field.
   *
   * @param call null where it is not given to a method
   */
  record Said(
      ClassNode in, MethodNode method, Set<String> texts, @Nullable Call call, String field) {}

  /** What a method returns. */
  record Returned(ClassNode in, MethodNode method, Val value) {}

  final List<Call> calls = new ArrayList<>();
  final List<Said> said = new ArrayList<>();

  /** A property that code names by a generated class of JPA's metamodel. */
  record Read(ClassNode in, String name) {}

  final List<Read> metamodel = new ArrayList<>();
  final List<Returned> returned = new ArrayList<>();

  /** Fields with a text, by owner and name, and who reads them. */
  final Map<String, Set<ClassNode>> readBy = new HashMap<>();

  private final Map<String, Set<String>> fields = new HashMap<>();
  private @Nullable Returns returns;

  Code(Classes classes) {
    for (ClassNode node : classes.all()) {
      for (FieldNode field : node.fields) {
        if (field.value instanceof String text) {
          fields.put(node.name + "." + field.name, Set.of(text));
        }
      }
    }
    for (ClassNode node : classes.all()) {
      for (MethodNode method : node.methods) {
        if (method.name.startsWith("<")) {
          read(node, method, true);
        }
      }
    }
    returns = new Returns(classes, fields);
    for (ClassNode node : classes.all()) {
      for (MethodNode method : node.methods) {
        read(node, method, false);
      }
    }
  }

  private void read(ClassNode in, MethodNode method, boolean fieldsOnly) {
    if (method.instructions.size() == 0) {
      return;
    }
    Map<AbstractInsnNode, Set<String>> built = new LinkedHashMap<>();
    Frame<Val>[] frames = frames(in, method, built);
    if (frames == null) {
      return;
    }
    if (append(method, frames, built)) {
      Frame<Val>[] again = frames(in, method, built);
      if (again != null) {
        frames = again;
      }
    }
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] != null) {
        AbstractInsnNode instruction = method.instructions.get(i);
        if (fieldsOnly) {
          put(instruction, frames[i]);
        } else {
          note(in, method, instruction, frames[i]);
        }
      }
    }
  }

  @SuppressWarnings("NullAway") // ASM's arrays of frames hold null for code that is never reached
  private Frame<Val> @Nullable [] frames(
      ClassNode in, MethodNode method, Map<AbstractInsnNode, Set<String>> built) {
    try {
      return new Analyzer<>(new Flow(fields, built, returns)).analyze(in.name, method);
    } catch (AnalyzerException e) {
      return null;
    }
  }

  /** All that is appended to each builder, in the order of the code. */
  private static boolean append(
      MethodNode method, Frame<Val>[] frames, Map<AbstractInsnNode, Set<String>> built) {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] != null && method.instructions.get(i).getOpcode() == Opcodes.AASTORE) {
        Frame<Val> frame = frames[i];
        Val part = frame.getStack(frame.getStackSize() - 1);
        for (AbstractInsnNode array : frame.getStack(frame.getStackSize() - 3).builders()) {
          built.merge(array, Val.joined(Set.of(Flow.ELEMENT), part.part()), Val::joined);
        }
      } else if (frames[i] != null
          && method.instructions.get(i) instanceof MethodInsnNode call
          && Flow.builder(call.owner)) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        Frame<Val> frame = frames[i];
        Val receiver = frame.getStack(frame.getStackSize() - 1 - arguments);
        boolean adds = call.name.equals("append") || call.name.equals("<init>");
        if (adds && arguments == 1) {
          Val added = frame.getStack(frame.getStackSize() - 1);
          boolean capacity = call.desc.equals("(I)V");
          if (!capacity) {
            receiver
                .builders()
                .forEach(
                    each -> built.merge(each, Val.joined(Set.of(""), added.part()), Val::joined));
          }
        }
      }
    }
    return !built.isEmpty();
  }

  private void put(AbstractInsnNode instruction, Frame<Val> frame) {
    if (instruction instanceof FieldInsnNode field
        && (field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC)) {
      Set<String> texts = frame.getStack(frame.getStackSize() - 1).texts();
      if (!texts.isEmpty()) {
        Set<String> both =
            new LinkedHashSet<>(fields.getOrDefault(field.owner + "." + field.name, Set.of()));
        both.addAll(texts);
        fields.put(field.owner + "." + field.name, Val.capped(both));
      }
    }
  }

  private void note(
      ClassNode in, MethodNode method, AbstractInsnNode instruction, Frame<Val> frame) {
    if (instruction instanceof MethodInsnNode call) {
      note(in, method, call, frame);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      for (Object each : dynamic.bsmArgs) {
        // a method that is handed on is called, with what is not known
        if (each instanceof Handle handle && !handle.getName().startsWith("lambda$")) {
          calls.add(
              new Call(
                  in,
                  method,
                  handle.getOwner(),
                  handle.getName(),
                  handle.getDesc(),
                  null,
                  List.of()));
        }
      }
      if (!dynamic.bsm.getName().startsWith("makeConcat")) {
        int size = frame.getStackSize();
        for (int i = 1; i <= Type.getArgumentTypes(dynamic.desc).length; i++) {
          say(in, method, frame.getStack(size - i), null, "");
        }
      }
    } else if (instruction instanceof FieldInsnNode field) {
      String name = field.owner + "." + field.name;
      if (field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.GETFIELD) {
        if (field.owner.endsWith("_")) {
          metamodel.add(new Read(in, field.name));
        }
        if (fields.containsKey(name)) {
          readBy.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(in);
        }
      } else {
        say(in, method, frame.getStack(frame.getStackSize() - 1), null, name);
      }
    } else if (instruction.getOpcode() == Opcodes.ARETURN) {
      Val value = frame.getStack(frame.getStackSize() - 1);
      returned.add(new Returned(in, method, value));
      say(in, method, value, null, "");
    } else if (instruction.getOpcode() == Opcodes.AASTORE) {
      say(in, method, frame.getStack(frame.getStackSize() - 1), null, "");
    }
  }

  private void note(ClassNode in, MethodNode method, MethodInsnNode call, Frame<Val> frame) {
    if (Flow.builder(call.owner)) {
      return;
    }
    int count = Type.getArgumentTypes(call.desc).length;
    int size = frame.getStackSize();
    List<Val> arguments = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      arguments.add(frame.getStack(size - i));
    }
    Val receiver =
        call.getOpcode() == Opcodes.INVOKESTATIC ? null : frame.getStack(size - count - 1);
    Call noted = new Call(in, method, call.owner, call.name, call.desc, receiver, arguments);
    calls.add(noted);
    if (!call.owner.equals("java/lang/String")) {
      arguments.forEach(each -> say(in, method, each, noted, ""));
    }
  }

  private void say(ClassNode in, MethodNode method, Val value, @Nullable Call call, String field) {
    if (!value.texts().isEmpty()) {
      said.add(new Said(in, method, value.texts(), call, field));
    }
  }
}
