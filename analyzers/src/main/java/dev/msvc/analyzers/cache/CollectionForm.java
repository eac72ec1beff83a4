package dev.msvc.analyzers.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list or set of one kind of elements; in its order. */
final class CollectionForm implements Form {
  private static final int NONE = 0;
  private static final int LOOSE = 1;
  private static final int FIXED = 2;

  private final Form element;
  private final boolean sorted;
  private final Function<@Nullable Object[], Object> loose;
  private final Function<@Nullable Object[], Object> fixed;
  private final Function<Collection<?>, Object> copy;

  private CollectionForm(
      Form element,
      boolean sorted,
      Function<@Nullable Object[], Object> loose,
      Function<@Nullable Object[], Object> fixed,
      Function<Collection<?>, Object> copy) {
    this.element = element;
    this.sorted = sorted;
    this.loose = loose;
    this.fixed = fixed;
    this.copy = copy;
  }

  static CollectionForm ofList(Form element) {
    return new CollectionForm(
        element, false, Arrays::asList, each -> List.of(present(each)), each -> List.copyOf(each));
  }

  static CollectionForm ofSet(Form element) {
    return new CollectionForm(
        element,
        false,
        each -> new LinkedHashSet<>(Arrays.asList(each)),
        each -> Set.copyOf(Arrays.asList(present(each))),
        each -> Set.copyOf(each));
  }

  static CollectionForm ofSortedSet(Form element) {
    Function<@Nullable Object[], Object> tree = each -> new TreeSet<>(Arrays.asList(each));
    return new CollectionForm(element, true, tree, tree, each -> "");
  }

  private static Object[] present(@Nullable Object[] all) {
    Object[] present = new Object[all.length];
    for (int i = 0; i < all.length; i++) {
      present[i] = Objects.requireNonNull(all[i]);
    }
    return present;
  }

  @Override
  public void write(@Nullable Object value, Output to) {
    if (value == null) {
      to.number(NONE);
      return;
    }
    Collection<?> all = (Collection<?>) value;
    if (sorted && ((SortedSet<?>) all).comparator() != null) {
      throw new IllegalArgumentException("an order of its own cannot be kept");
    }
    to.number(isFixed(all) ? FIXED : LOOSE);
    to.number(all.size());
    for (Object each : all) {
      element.write(each, to);
    }
  }

  /** Whether it is one of the JDK's unmodifiable ones, which copying leaves as they are. */
  private boolean isFixed(Collection<?> all) {
    try {
      return copy.apply(all) == all;
    } catch (NullPointerException holdsNull) {
      return false;
    }
  }

  @Override
  public @Nullable Object read(Input from) {
    int kind = from.atMost(FIXED);
    if (kind == NONE) {
      return null;
    }
    @Nullable Object[] all = new Object[from.count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = element.read(from);
    }
    return (kind == FIXED ? fixed : loose).apply(all);
  }
}
