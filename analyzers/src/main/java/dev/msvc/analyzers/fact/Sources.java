package dev.msvc.analyzers.fact;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.code.CodeBase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The system as it was read. */
public final class Sources {
  private final CodeBase code;
  private final List<ResourceFile> resources;
  private final List<DumpFile> dumps;
  private final @Nullable Store store;
  private final Map<Class<?>, Held> shared = new ConcurrentHashMap<>();

  /**
   * @param resources files of main code that are not Java and that an analyzer may want, sorted
   */
  public Sources(CodeBase code, List<ResourceFile> resources) {
    this(code, resources, List.of(), null);
  }

  /**
   * Takes the system and what the user names beside it.
   *
   * @param dumps definitions of its database, in the order in which the user names them
   * @param store where results are kept between runs; null for nowhere
   */
  public Sources(
      CodeBase code, List<ResourceFile> resources, List<DumpFile> dumps, @Nullable Store store) {
    this.code = code;
    this.resources = List.copyOf(resources);
    this.dumps = List.copyOf(dumps);
    this.store = store;
  }

  public List<DumpFile> dumps() {
    return dumps;
  }

  /** Where results are kept between runs, by all that they are made from; null for nowhere. */
  public @Nullable Store store() {
    return store;
  }

  public CodeBase code() {
    return code;
  }

  public List<ResourceFile> resources() {
    return resources;
  }

  /** What several analyzers read out of the system: made for the first that asks, then kept. */
  public <T> T shared(Class<T> what, Function<Sources, T> reading) {
    return what.cast(shared.computeIfAbsent(what, any -> new Held()).get(this, reading));
  }

  /** One lock for each, so that nobody waits for what he did not ask for. */
  private static final class Held {
    private @Nullable Object made;

    synchronized Object get(Sources sources, Function<Sources, ?> reading) {
      Object known = made;
      if (known == null) {
        known = Objects.requireNonNull(reading.apply(sources));
        made = known;
      }
      return known;
    }
  }
}
