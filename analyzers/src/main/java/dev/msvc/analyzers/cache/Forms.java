package dev.msvc.analyzers.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Finds the form of a type, and describes it so that another shape has another description. */
final class Forms {
  private final Map<Type, Form> known = new HashMap<>(PlainForm.ALL);
  private final StringBuilder description = new StringBuilder();

  /** All records and enums that were met, with their components and constants. */
  String description() {
    return description.toString();
  }

  /**
   * The form of a type that a component may have.
   *
   * @throws IllegalArgumentException for a type that cannot be kept
   */
  Form of(Type type) {
    Form form = known.get(type);
    if (form == null) {
      form = made(type);
      known.put(type, form);
    }
    return form;
  }

  private Form made(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    if (type instanceof Class<?> plain) {
      if (plain.isEnum()) {
        Object[] constants = plain.getEnumConstants();
        describe(plain, Arrays.toString(constants));
        return new PlainForm.OfEnum(List.of(constants));
      }
      if (plain.isRecord() && plain.getTypeParameters().length == 0) {
        return record(plain);
      }
      if (plain.isSealed()) {
        return sealed(plain);
      }
    }
    throw new IllegalArgumentException(type.getTypeName() + " cannot be kept");
  }

  private Form generic(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == List.class || raw == Collection.class) {
      return CollectionForm.ofList(of(arguments[0]));
    }
    if (raw == Set.class) {
      return CollectionForm.ofSet(of(arguments[0]));
    }
    if (raw == SortedSet.class) {
      return CollectionForm.ofSortedSet(of(arguments[0]));
    }
    if (raw == Optional.class) {
      return new OptionalForm(of(arguments[0]));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      boolean sorted = raw == SortedMap.class;
      Class<?> enums = !sorted && arguments[0] instanceof Class<?> key && key.isEnum() ? key : null;
      return new MapForm(of(arguments[0]), of(arguments[1]), sorted, enums);
    }
    throw new IllegalArgumentException(type.getTypeName() + " cannot be kept");
  }

  private RecordForm record(Class<?> type) {
    RecordForm form = new RecordForm(type);
    known.put(type, form);
    RecordComponent[] components = type.getRecordComponents();
    List<String> said = new ArrayList<>();
    List<Form> forms = new ArrayList<>();
    for (RecordComponent each : components) {
      said.add(each.getName() + ":" + each.getGenericType().getTypeName());
      forms.add(of(each.getGenericType()));
    }
    describe(type, said.toString());
    form.components(forms);
    return form;
  }

  private Form sealed(Class<?> type) {
    SealedForm form = new SealedForm();
    known.put(type, form);
    List<Class<?>> records = new ArrayList<>();
    records(type, records);
    describe(type, records.toString());
    for (Class<?> each : records) {
      form.add(each, (RecordForm) of(each));
    }
    return form;
  }

  private static void records(Class<?> type, List<Class<?>> all) {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.isSealed()) {
        records(each, all);
      } else {
        all.add(each);
      }
    }
  }

  private void describe(Class<?> type, String what) {
    description.append(type.getName()).append(what).append('\n');
  }
}
