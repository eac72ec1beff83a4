package dev.msvc.analyzers.cache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value that is one number or one text, or none. */
final class PlainForm {
  private PlainForm() {}

  /** Of primitives and their boxes, and of what has one obvious text. */
  static final Map<Class<?>, Form> ALL =
      Map.ofEntries(
          Map.entry(String.class, new OfText(each -> each, each -> each)),
          Map.entry(
              int.class,
              new OfNumber(each -> (long) (Integer) each, each -> Math.toIntExact(each))),
          Map.entry(long.class, new OfNumber(each -> (Long) each, each -> each)),
          Map.entry(
              boolean.class, new OfNumber(each -> (Boolean) each ? 1L : 0L, each -> each != 0)),
          Map.entry(
              double.class,
              new OfNumber(
                  each -> Double.doubleToRawLongBits((Double) each),
                  each -> Double.longBitsToDouble(each))),
          Map.entry(Integer.class, new OfText(Object::toString, Integer::valueOf)),
          Map.entry(Long.class, new OfText(Object::toString, Long::valueOf)),
          Map.entry(Boolean.class, new OfText(Object::toString, Boolean::valueOf)),
          Map.entry(Double.class, new OfText(Object::toString, Double::valueOf)),
          Map.entry(Instant.class, new OfText(Object::toString, Instant::parse)),
          Map.entry(LocalDate.class, new OfText(Object::toString, LocalDate::parse)));

  private record OfText(Function<Object, Object> text, Function<String, Object> value)
      implements Form {
    @Override
    public void write(@Nullable Object written, Output to) {
      to.text(written == null ? null : (String) text.apply(written));
    }

    @Override
    public @Nullable Object read(Input from) {
      String read = from.text();
      return read == null ? null : value.apply(read);
    }
  }

  private record OfNumber(Function<Object, Long> number, Function<Long, Object> value)
      implements Form {
    @Override
    public void write(@Nullable Object written, Output to) {
      if (written == null) {
        throw new IllegalArgumentException("a primitive is never null");
      }
      to.number(number.apply(written));
    }

    @Override
    public @Nullable Object read(Input from) {
      return value.apply(from.number());
    }
  }

  /** One of a closed set, or none. */
  record OfEnum(List<Object> constants) implements Form {
    @Override
    public void write(@Nullable Object written, Output to) {
      to.number(written == null ? 0 : constants.indexOf(written) + 1);
    }

    @Override
    public @Nullable Object read(Input from) {
      int read = from.atMost(constants.size());
      return read == 0 ? null : constants.get(read - 1);
    }
  }
}
