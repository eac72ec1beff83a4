package dev.msvc.analyzers.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as its components, or none. */
final class RecordForm implements Form {
  private final Constructor<?> constructor;
  private final Method[] accessors;
  private final Form[] forms;

  /** Takes a record; its components' forms are put in later, since records may hold each other. */
  RecordForm(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    accessors = new Method[components.length];
    forms = new Form[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void components(List<Form> all) {
    for (int i = 0; i < forms.length; i++) {
      forms[i] = all.get(i);
    }
  }

  @Override
  public void write(@Nullable Object value, Output to) {
    if (value == null) {
      to.octet(0);
      return;
    }
    to.octet(1);
    writeComponents(value, to);
  }

  @Override
  public @Nullable Object read(Input from) {
    return from.octet() == 0 ? null : readComponents(from);
  }

  void writeComponents(Object value, Output to) {
    try {
      for (int i = 0; i < forms.length; i++) {
        forms[i].write(accessors[i].invoke(value), to);
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Object readComponents(Input from) {
    @Nullable Object[] all = new Object[forms.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = forms[i].read(from);
    }
    try {
      return constructor.newInstance(all);
    } catch (InvocationTargetException refused) {
      throw new DamagedException("a value that cannot be", refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
