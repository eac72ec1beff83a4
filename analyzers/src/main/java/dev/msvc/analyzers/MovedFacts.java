package dev.msvc.analyzers;

import dev.msvc.analyzers.cache.Components;
import dev.msvc.analyzers.code.MovedLines;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Facts;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unread;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a tree in which only lines of some files moved since they were found: no line is part of
 * a name, or decides anything but an order, so that nothing else of them can be another.
 */
final class MovedFacts {
  private final Map<String, MovedLines> files = new HashMap<>();

  /** Lines of the files that have moved, by the types in them. */
  private final Map<String, MovedLines> types = new HashMap<>();

  /** Set where a line is not known any more. */
  private boolean lost;

  private MovedFacts(Facts facts, List<MovedLines> moved) {
    moved.forEach(each -> files.put(each.file(), each));
    for (TypeFact each : facts.types()) {
      MovedLines lines = files.get(each.place().file());
      if (lines != null) {
        types.put(each.name(), lines);
      }
    }
  }

  /** The facts with their lines as they are now; null where one of them cannot be told. */
  static @Nullable Facts of(Facts facts, List<MovedLines> moved) {
    MovedFacts all = new MovedFacts(facts, moved);
    Facts now = all.isSchema(facts) ? null : all.moved(facts);
    return all.lost ? null : now;
  }

  /** Whether one of the files defines a schema: lines in its statements are counted there. */
  private boolean isSchema(Facts facts) {
    for (TableFact each : facts.tables()) {
      boolean mapped =
          Stream.concat(each.entities().stream(), each.linkedBy().stream())
              .anyMatch(types::containsKey);
      if (!mapped && each.places().stream().anyMatch(this::isIn)) {
        return true;
      }
    }
    for (DatabaseObject each : facts.database().objects()) {
      if (each.places().stream().anyMatch(this::isIn)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Place place) {
    return files.containsKey(place.file());
  }

  private Facts moved(Facts facts) {
    return new Facts(
        moved(facts.summary()),
        each(facts.types(), type -> moved(type, files.get(type.place().file()))),
        each(facts.references(), reference -> moved(reference, types.get(reference.from()))),
        same(facts.tables()),
        same(facts.mappings()),
        same(facts.relations()),
        same(facts.accesses()),
        same(facts.joins()),
        same(facts.routineCalls()),
        same(facts.database()),
        same(facts.entryPoints()),
        same(facts.transactions()),
        same(facts.traits()),
        facts.coverage(),
        each(facts.unread(), this::moved));
  }

  private SourceSummary moved(SourceSummary summary) {
    int more = files.values().stream().mapToInt(MovedLines::more).sum();
    return new SourceSummary(
        summary.files(),
        summary.lines() + more,
        summary.types(),
        summary.modules(),
        summary.testFiles(),
        summary.generatedFiles());
  }

  private TypeFact moved(TypeFact type, @Nullable MovedLines lines) {
    if (lines == null) {
      return type;
    }
    return new TypeFact(
        type.name(),
        type.module(),
        type.topLevel(),
        type.kind(),
        moved(type.place()),
        length(type.place().line(), type.lines(), lines),
        type.annotations(),
        type.superclass(),
        type.interfaces(),
        each(type.methods(), method -> moved(method, lines)),
        each(
            type.fields(),
            field ->
                new FieldFact(
                    field.name(), field.type(), line(field.line(), lines), field.annotations())),
        type.generated());
  }

  private MethodFact moved(MethodFact method, MovedLines lines) {
    return new MethodFact(
        method.name(),
        method.parameters(),
        line(method.line(), lines),
        length(method.line(), method.lines(), lines),
        method.annotations(),
        method.ownCalls(),
        method.ownRepeated(),
        each(method.repeated(), line -> line(line, lines)));
  }

  private Reference moved(Reference reference, @Nullable MovedLines lines) {
    return lines == null
        ? reference
        : new Reference(
            reference.from(),
            reference.fromMember(),
            reference.to(),
            reference.toMember(),
            reference.kind(),
            line(reference.line(), lines));
  }

  private Unread moved(Unread unread) {
    MovedLines lines = files.get(unread.file());
    return lines == null
        ? unread
        : new Unread(unread.file(), line(unread.line(), lines), unread.reason());
  }

  private Place moved(Place place) {
    MovedLines lines = files.get(place.file());
    return lines == null ? place : new Place(place.file(), line(place.line(), lines));
  }

  private int line(int line, MovedLines lines) {
    Integer now = line == 0 ? Integer.valueOf(0) : lines.lines().get(line);
    lost |= now == null;
    return now == null ? line : now;
  }

  private int length(int line, int length, MovedLines lines) {
    return line(line + length - 1, lines) - line(line, lines) + 1;
  }

  private static <T> List<T> each(List<T> all, UnaryOperator<T> moving) {
    List<T> now = new ArrayList<>(all.size());
    all.forEach(each -> now.add(moving.apply(each)));
    return now;
  }

  /** The same, with the places in it as they are now. */
  @SuppressWarnings("unchecked")
  private <T> T same(T value) {
    return (T) placed(value);
  }

  private Object placed(Object value) {
    if (value instanceof Place place) {
      return moved(place);
    }
    if (value instanceof List<?> list) {
      return placedAll(list);
    }
    return value instanceof Record ? placedComponents(value) : value;
  }

  private Object placedAll(List<?> list) {
    List<Object> now = new ArrayList<>(list.size());
    boolean moved = false;
    for (Object each : list) {
      Object placed = placed(each);
      moved |= placed != each;
      now.add(placed);
    }
    return moved ? now : list;
  }

  private Object placedComponents(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] now = new Object[components.length];
    boolean moved = false;
    try {
      for (int i = 0; i < components.length; i++) {
        Object component = Components.value(components[i], value);
        types[i] = components[i].getType();
        now[i] = component == null ? null : placed(component);
        moved |= now[i] != component;
      }
      return moved ? value.getClass().getDeclaredConstructor(types).newInstance(now) : value;
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
