package dev.msvc.bench.truth;

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
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows texts, class constants and declared types through the code of a method. */
class Flow extends Interpreter<Val> {
  /** Before each element of an array, as an array's text is kept. */
  static final String ELEMENT = "\u0003";

  private static final Pattern FORMAT =
      Pattern.compile("%(?:(\\d+)\\$)?[-+#0,( ]*\\d*(?:\\.\\d+)?[sdSxf]");
  private static final Set<String> SAME =
      Set.of("trim", "strip", "intern", "toString", "toUpperCase", "toLowerCase", "stripIndent");

  /** Texts of fields by owner and name. */
  private final Map<String, Set<String>> fields;

  /** Texts of builders, as far as an earlier pass has seen them. */
  private final Map<AbstractInsnNode, Set<String>> built;

  private final @Nullable Returns returns;

  /**
   * @param returns null where what methods return is not asked for
   */
  Flow(
      Map<String, Set<String>> fields,
      Map<AbstractInsnNode, Set<String>> built,
      @Nullable Returns returns) {
    super(Opcodes.ASM9);
    this.fields = fields;
    this.built = built;
    this.returns = returns;
  }

  static boolean builder(String type) {
    return type.equals("java/lang/StringBuilder") || type.equals("java/lang/StringBuffer");
  }

  @Override
  @SuppressWarnings("NullAway") // null for void is what ASM asks for
  public Val newValue(@Nullable Type type) {
    if (type == null) {
      return Val.ONE;
    }
    return switch (type.getSort()) {
      case Type.VOID -> null;
      case Type.OBJECT -> Val.of(type.getInternalName());
      case Type.ARRAY -> Val.of(type.getDescriptor());
      default -> type.getSize() == 2 ? Val.TWO : Val.ONE;
    };
  }

  @Override
  public Val newOperation(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Val.TWO;
      case Opcodes.LDC -> constant(((LdcInsnNode) instruction).cst);
      case Opcodes.GETSTATIC -> field((FieldInsnNode) instruction);
      case Opcodes.NEW -> {
        String type = ((TypeInsnNode) instruction).desc;
        yield new Val(1, type, Set.of(), null, builder(type) ? Set.of(instruction) : Set.of());
      }
      default -> Val.ONE;
    };
  }

  private static Val constant(Object constant) {
    if (constant instanceof String text) {
      return Val.text(Set.of(text));
    }
    if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
      return new Val(1, "java/lang/Class", Set.of(), type.getInternalName(), Set.of());
    }
    return constant instanceof Long || constant instanceof Double ? Val.TWO : Val.ONE;
  }

  private Val field(FieldInsnNode field) {
    Val declared = newValue(Type.getType(field.desc));
    Set<String> texts = fields.getOrDefault(field.owner + "." + field.name, Set.of());
    return texts.isEmpty()
        ? declared
        : new Val(declared.size(), declared.type(), texts, null, Set.of());
  }

  @Override
  public Val copyOperation(AbstractInsnNode instruction, Val value) {
    return value;
  }

  @Override
  @SuppressWarnings("NullAway") // null where nothing is pushed is what ASM asks for
  public @Nullable Val unaryOperation(AbstractInsnNode instruction, Val value) {
    return switch (instruction.getOpcode()) {
      case Opcodes.GETFIELD -> field((FieldInsnNode) instruction);
      case Opcodes.CHECKCAST -> {
        String type = ((TypeInsnNode) instruction).desc;
        yield value.typed(type);
      }
      case Opcodes.ANEWARRAY ->
          new Val(
              1,
              "[L" + ((TypeInsnNode) instruction).desc + ";",
              Set.of(),
              null,
              Set.of(instruction));
      case Opcodes.I2L,
          Opcodes.I2D,
          Opcodes.L2D,
          Opcodes.F2L,
          Opcodes.F2D,
          Opcodes.D2L,
          Opcodes.LNEG,
          Opcodes.DNEG ->
          Val.TWO;
      default -> Val.ONE;
    };
  }

  @Override
  public Val binaryOperation(AbstractInsnNode instruction, Val first, Val second) {
    return switch (instruction.getOpcode()) {
      case Opcodes.AALOAD -> element(first.type());
      case Opcodes.LALOAD,
          Opcodes.DALOAD,
          Opcodes.LADD,
          Opcodes.DADD,
          Opcodes.LSUB,
          Opcodes.DSUB,
          Opcodes.LMUL,
          Opcodes.DMUL,
          Opcodes.LDIV,
          Opcodes.DDIV,
          Opcodes.LREM,
          Opcodes.DREM,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR ->
          Val.TWO;
      default -> Val.ONE;
    };
  }

  private static Val element(@Nullable String array) {
    return array != null && array.startsWith("[L")
        ? Val.of(Type.getType(array.substring(1)).getInternalName())
        : Val.ONE;
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable Val ternaryOperation(
      AbstractInsnNode instruction, Val first, Val second, Val third) {
    return null;
  }

  @Override
  public Val naryOperation(AbstractInsnNode instruction, List<? extends Val> values) {
    if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic.bsm.getName().equals("makeConcatWithConstants")
          ? concatenated(dynamic, values)
          : newValue(Type.getReturnType(dynamic.desc));
    }
    if (!(instruction instanceof MethodInsnNode call)) {
      return Val.ONE;
    }
    if (builder(call.owner)) {
      if (call.name.equals("toString")) {
        Set<String> texts = new LinkedHashSet<>();
        values.get(0).builders().forEach(each -> texts.addAll(built.getOrDefault(each, Set.of())));
        return Val.text(texts);
      }
      if (call.desc.endsWith("L" + call.owner + ";")) {
        return values.get(0);
      }
    }
    if (call.owner.equals("java/lang/String")) {
      Val first = values.get(0);
      if (call.name.equals("format") && call.desc.startsWith("(Ljava/lang/String;")) {
        return formatted(first, values.get(1));
      }
      if (call.name.equals("formatted")) {
        return formatted(first, values.get(1));
      }
      if (call.name.equals("concat")) {
        return Val.text(Val.joined(first.part(), values.get(1).part()));
      }
      if (SAME.contains(call.name) || call.name.startsWith("replace")) {
        return first.typed("java/lang/String");
      }
    }
    if (returns != null && call.desc.endsWith(")Ljava/lang/String;")) {
      Set<String> texts = returns.of(call.owner, call.name, call.desc, values);
      if (!texts.isEmpty()) {
        return Val.text(texts);
      }
    }
    return newValue(Type.getReturnType(call.desc));
  }

  private Val formatted(Val pattern, Val arguments) {
    Set<String> all = new LinkedHashSet<>();
    arguments.builders().forEach(each -> all.addAll(built.getOrDefault(each, Set.of())));
    Set<String> texts = new LinkedHashSet<>();
    for (String text : pattern.texts()) {
      for (String each : all.isEmpty() ? Set.of("") : all) {
        texts.add(filled(text, List.of(each.split(ELEMENT, -1))));
      }
    }
    return Val.text(texts);
  }

  private static String filled(String pattern, List<String> arguments) {
    Matcher hole = FORMAT.matcher(pattern);
    StringBuilder filled = new StringBuilder();
    int next = 1;
    while (hole.find()) {
      String index = hole.group(1);
      int at = index == null ? next++ : Integer.parseInt(index);
      hole.appendReplacement(
          filled, Matcher.quoteReplacement(at < arguments.size() ? arguments.get(at) : Sql.HOLE));
    }
    return hole.appendTail(filled).toString();
  }

  /** A recipe has 1 where an argument goes and 2 where a constant does. */
  private static Val concatenated(InvokeDynamicInsnNode dynamic, List<? extends Val> values) {
    Set<String> texts = Set.of("");
    int argument = 0;
    int constant = 1;
    String recipe = (String) dynamic.bsmArgs[0];
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      if (c == '\u0001') {
        texts =
            Val.joined(
                Val.joined(texts, Set.of(literal.toString())), values.get(argument++).part());
        literal.setLength(0);
      } else if (c == '\u0002') {
        literal.append(dynamic.bsmArgs[constant++]);
      } else {
        literal.append(c);
      }
    }
    return Val.text(Val.joined(texts, Set.of(literal.toString())));
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Val value, Val expected) {}

  @Override
  public Val merge(Val first, Val second) {
    return first.equals(second) ? first : first.merged(second);
  }
}
