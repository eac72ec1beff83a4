package dev.msvc.analyzers.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that may be absent; never none itself. */
record OptionalForm(Form element) implements Form {
  @Override
  public void write(@Nullable Object value, Output to) {
    if (!(value instanceof Optional<?> some)) {
      throw new IllegalArgumentException("what may be absent is never null");
    }
    to.octet(some.isPresent() ? 1 : 0);
    if (some.isPresent()) {
      element.write(some.get(), to);
    }
  }

  @Override
  public Object read(Input from) {
    return from.octet() == 0 ? Optional.empty() : Optional.ofNullable(element.read(from));
  }
}
