package dev.msvc.analyzers.cache;

import java.util.Objects;

/**
 * Writes a record, and what records it is made of, as bytes, and reads them back.
 *
 * <p>Knows records, enums, sealed interfaces of records, lists, sets, maps, numbers and texts; what
 * is read is equal to what was written, its order and its unmodifiable lists too.
 */
public final class Codec<T> {
  private final Class<T> type;
  private final Form form;
  private final String shape;

  private Codec(Class<T> type) {
    this.type = type;
    Forms forms = new Forms();
    form = forms.of(type);
    shape = forms.description();
  }

  /**
   * For records of a type.
   *
   * @throws IllegalArgumentException where it holds what cannot be kept
   */
  public static <T> Codec<T> of(Class<T> type) {
    return new Codec<>(type);
  }

  /** All components of all records that may come; another shape cannot read what this one wrote. */
  public String shape() {
    return shape;
  }

  /**
   * The record as bytes.
   *
   * @throws IllegalArgumentException where it holds a map or set with an order of its own
   */
  public byte[] write(T value) {
    Output to = new Output();
    form.write(value, to);
    return to.toBytes();
  }

  /**
   * The record that was written.
   *
   * @throws DamagedException where these bytes were not written by the same shape
   */
  public T read(byte[] bytes) {
    try {
      Input from = new Input(bytes);
      T value = Objects.requireNonNull(type.cast(form.read(from)));
      if (!from.isAtEnd()) {
        throw new DamagedException("too long");
      }
      return value;
    } catch (RuntimeException damaged) {
      throw damaged instanceof DamagedException known
          ? known
          : new DamagedException("not what was written", damaged);
    }
  }
}
