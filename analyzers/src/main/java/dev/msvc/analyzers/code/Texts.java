package dev.msvc.analyzers.code;

import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts together from literals, constants, variables, builders and methods of the system.
 *
 * <p>What branches set or append are several texts; pieces that are appended under a condition
 * alone are taken as appended, because a statement's tables are wanted and not its result.
 */
public final class Texts {
  /** Stands for a part of a text that only running the code would tell. */
  public static final String HOLE = "\uFFFC";

  private static final int MOST = 12;
  private static final int LONGEST = 200_000;

  final Fields fields;
  final Function<JavaMethod, List<JavaMethod>> implementations;
  final Function<JavaType, List<JavaType>> line;
  private final Map<JavaMethod, Flow> flows = new ConcurrentHashMap<>();

  /**
   * @param implementations the methods of the system that a call of one can reach
   * @param line a class and its superclasses, the nearest first
   */
  Texts(
      Fields fields,
      Function<JavaMethod, List<JavaMethod>> implementations,
      Function<JavaType, List<JavaType>> line) {
    this.fields = fields;
    this.implementations = implementations;
    this.line = line;
  }

  /**
   * @param alone whether objects are of the method's class exactly
   */
  List<String> of(Expr expression, JavaMethod context, boolean alone) {
    Asked asked = alone ? Asked.exactly(context.owner()) : Asked.anything();
    return known(new TextReading(this, asked).texts(expression, context));
  }

  /**
   * What subclasses of a method's class make of an expression; null where they have no say.
   *
   * @param subclasses of the class and below
   */
  @Nullable Completed completed(
      Expr expression, JavaMethod context, Collection<JavaType> subclasses) {
    Asked open = Asked.withoutSubclasses();
    List<String> left = known(new TextReading(this, open).texts(expression, context));
    if (!open.left()) {
      return null;
    }
    List<JavaMethod> all = implementations.apply(context);
    Map<JavaType, List<String>> by = new LinkedHashMap<>();
    for (JavaType each : subclasses) {
      if (!each.isAbstract()
          && each.kind() != TypeKind.INTERFACE
          && Asked.implementation(each, all, this) == context) {
        TextReading reading = new TextReading(this, Asked.exactly(each));
        by.put(each, known(reading.texts(expression, context)));
      }
    }
    return by.isEmpty() ? null : new Completed(left, by);
  }

  /** The texts that a list, an array or another collection of texts holds. */
  List<String> elements(Expr expression, JavaMethod context) {
    return known(new TextReading(this).elements(expression, context));
  }

  private static List<String> known(List<String> texts) {
    Set<String> all = new LinkedHashSet<>(texts);
    all.removeIf(text -> text.replace(HOLE, "").isBlank());
    return List.copyOf(all);
  }

  Flow flow(JavaMethod method) {
    // not computeIfAbsent: two threads may both go through a method, and find the same
    Flow known = flows.get(method);
    if (known == null) {
      known = Flow.of(method);
      flows.put(method, known);
    }
    return known;
  }

  static List<String> hole() {
    return List.of(HOLE);
  }

  static boolean isHole(List<String> texts) {
    return texts.size() == 1 && texts.get(0).equals(HOLE);
  }

  /**
   * Each text of one followed by each of the other; where that would be too many, the first by the
   * first, the second by the second, so that each is there at least once.
   */
  static List<String> product(List<String> left, List<String> right) {
    int most = Math.max(left.size(), right.size());
    boolean all = left.size() * right.size() <= MOST;
    List<String> joined = new ArrayList<>(all ? left.size() * right.size() : most);
    if (all) {
      for (String before : left) {
        right.forEach(after -> add(joined, before, after));
      }
    } else {
      for (int i = 0; i < most; i++) {
        add(joined, left.get(i % left.size()), right.get(i % right.size()));
      }
    }
    return joined.isEmpty() ? hole() : joined;
  }

  private static void add(List<String> all, String before, String after) {
    if (before.length() + after.length() < LONGEST) {
      all.add(before + after);
    }
  }

  static List<String> bounded(List<String> all) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(all));
    return distinct.isEmpty()
        ? hole()
        : distinct.size() > MOST ? distinct.subList(0, MOST) : distinct;
  }
}
