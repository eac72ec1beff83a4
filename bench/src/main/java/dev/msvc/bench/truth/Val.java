package dev.msvc.bench.truth;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What is known of a value in a method.
 *
 * @param type internal name, or an array's descriptor; null where it is not known
 * @param texts what it may be, with {@link Sql#HOLE} for what is not known; empty for no text
 * @param klass the internal name, of a class constant
 * @param builders where the builder of a text was made
 */
record Val(
    int size,
    @Nullable String type,
    Set<String> texts,
    @Nullable String klass,
    Set<AbstractInsnNode> builders)
    implements Value {
  private static final int MOST = 8;
  private static final int LONGEST = 60_000;
  private static final Set<String> ANY = Set.of(Sql.HOLE);

  static final Val ONE = new Val(1, null, Set.of(), null, Set.of());
  static final Val TWO = new Val(2, null, Set.of(), null, Set.of());

  static Val of(@Nullable String type) {
    return new Val(1, type, Set.of(), null, Set.of());
  }

  static Val text(Set<String> texts) {
    return new Val(1, "java/lang/String", capped(texts), null, Set.of());
  }

  @Override
  public int getSize() {
    return size;
  }

  Val typed(@Nullable String other) {
    return new Val(size, other, texts, klass, builders);
  }

  /** As a part of a text. */
  Set<String> part() {
    return texts.isEmpty() ? ANY : texts;
  }

  static Set<String> joined(Set<String> starts, Set<String> ends) {
    Set<String> joined = new LinkedHashSet<>();
    for (String start : starts) {
      for (String end : ends) {
        joined.add(start + end);
      }
    }
    return capped(joined);
  }

  static Set<String> capped(Set<String> texts) {
    if (texts.size() > MOST || texts.stream().anyMatch(text -> text.length() > LONGEST)) {
      return ANY;
    }
    return texts;
  }

  Val merged(Val other) {
    if (size != other.size) {
      return ONE;
    }
    String sameType = type == null || type.equals(other.type) ? other.type : null;
    if (other.type == null) {
      sameType = type;
    }
    Set<String> either = new LinkedHashSet<>(texts);
    either.addAll(other.texts);
    Set<AbstractInsnNode> made = new LinkedHashSet<>(builders);
    made.addAll(other.builders);
    return new Val(
        size,
        type != null && other.type != null && !type.equals(other.type)
            ? "java/lang/Object"
            : sameType,
        texts.equals(ANY) || other.texts.equals(ANY) ? ANY : capped(either),
        klass != null && klass.equals(other.klass) ? klass : null,
        made.size() > MOST ? Set.of() : made);
  }
}
