package dev.msvc.analyzers.code;

import dev.msvc.analyzers.cache.Components;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a file are now, in which nothing else changed: comments came or went, or a
 * blank line. Lines that were different are so still, and in the same order.
 *
 * @param file relative to the analysed folder
 * @param lines where each line is now on which something is declared or done
 * @param more how many lines the file has more; negative where it has less
 */
public record MovedLines(String file, Map<Integer, Integer> lines, int more) {
  private static final Set<String> LINES = Set.of("line", "endLine");

  public MovedLines {
    lines = Map.copyOf(lines);
  }

  /** Between a file as it was parsed and as it is now; null where more than lines is another. */
  static @Nullable MovedLines between(SourceUnit before, SourceUnit now) {
    Comparison comparison = new Comparison();
    boolean same =
        before.file().equals(now.file())
            && before.module().equals(now.module())
            && before.packageName().equals(now.packageName())
            && before.generated() == now.generated()
            && comparison.same(before.imports(), now.imports())
            && comparison.same(before.types(), now.types())
            && comparison.inOrder();
    return same ? new MovedLines(now.file(), comparison.lines, now.lines() - before.lines()) : null;
  }

  /** Compares two of a kind, and notes which line is which. */
  private static final class Comparison {
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();

    boolean same(@Nullable Object before, @Nullable Object now) {
      if (before instanceof List<?> some && now instanceof List<?> others) {
        return sameAll(some, others);
      }
      if (before instanceof Map<?, ?> some && now instanceof Map<?, ?> others) {
        return sameAll(new ArrayList<>(some.keySet()), new ArrayList<>(others.keySet()))
            && sameAll(new ArrayList<>(some.values()), new ArrayList<>(others.values()));
      }
      if (before instanceof Record && now != null && before.getClass() == now.getClass()) {
        return sameComponents(before, now);
      }
      return Objects.equals(before, now);
    }

    private boolean sameAll(List<?> some, List<?> others) {
      Iterator<?> each = others.iterator();
      return some.size() == others.size() && some.stream().allMatch(one -> same(one, each.next()));
    }

    private boolean sameComponents(Object before, Object now) {
      for (RecordComponent each : before.getClass().getRecordComponents()) {
        Object was = Components.value(each, before);
        Object is = Components.value(each, now);
        if (LINES.contains(each.getName()) && was instanceof Integer a && is instanceof Integer b) {
          if (!moved(a, b)) {
            return false;
          }
        } else if (!same(was, is)) {
          return false;
        }
      }
      return true;
    }

    private boolean moved(Integer before, Integer now) {
      Integer known = lines.putIfAbsent(before, now);
      return known == null || known.equals(now);
    }

    /** Whether none overtook another, or met it; line 0 stands for none. */
    boolean inOrder() {
      int last = -1;
      for (int each : lines.values()) {
        if (each <= last) {
          return false;
        }
        last = each;
      }
      return lines.getOrDefault(0, 0) == 0;
    }
  }
}
