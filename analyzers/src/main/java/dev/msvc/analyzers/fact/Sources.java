package dev.msvc.analyzers.fact;

import dev.msvc.analyzers.code.CodeBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The system as it was read. */
public final class Sources {
  private final CodeBase code;
  private final List<ResourceFile> resources;
  private final List<DumpFile> dumps;
  private final Map<Class<?>, Object> shared = new HashMap<>();

  /**
   * @param resources files of main code that are not Java and that an analyzer may want, sorted
   */
  public Sources(CodeBase code, List<ResourceFile> resources) {
    this(code, resources, List.of());
  }

  /**
   * Takes the system and what the user names beside it.
   *
   * @param dumps definitions of its database, in the order in which the user names them
   */
  public Sources(CodeBase code, List<ResourceFile> resources, List<DumpFile> dumps) {
    this.code = code;
    this.resources = List.copyOf(resources);
    this.dumps = List.copyOf(dumps);
  }

  public List<DumpFile> dumps() {
    return dumps;
  }

  public CodeBase code() {
    return code;
  }

  public List<ResourceFile> resources() {
    return resources;
  }

  /** What several analyzers read out of the system: made for the first that asks, then kept. */
  public synchronized <T> T shared(Class<T> what, Function<Sources, T> reading) {
    Object known = shared.get(what);
    if (known == null) {
      known = reading.apply(this);
      shared.put(what, known);
    }
    return what.cast(known);
  }
}
