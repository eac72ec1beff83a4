package dev.msvc.analyzers.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of the records of a sealed interface, or none. */
final class SealedForm implements Form {
  private final Map<Class<?>, Integer> numbers = new HashMap<>();
  private final List<RecordForm> records = new ArrayList<>();

  void add(Class<?> type, RecordForm form) {
    records.add(form);
    numbers.put(type, records.size());
  }

  @Override
  public void write(@Nullable Object value, Output to) {
    if (value == null) {
      to.octet(0);
      return;
    }
    int number = Objects.requireNonNull(numbers.get(value.getClass()));
    to.octet(number);
    records.get(number - 1).writeComponents(value, to);
  }

  @Override
  public @Nullable Object read(Input from) {
    int number = from.octet();
    if (number > records.size()) {
      throw new DamagedException("a kind that is not known");
    }
    return number == 0 ? null : records.get(number - 1).readComponents(from);
  }
}
