package dev.msvc.analyzers.cache;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** What components of records hold, whatever the record. */
public final class Components {
  private Components() {}

  /** What a component of a record holds. */
  public static @Nullable Object value(RecordComponent component, Object of) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
