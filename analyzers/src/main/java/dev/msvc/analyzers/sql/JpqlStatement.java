package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.List;

/**
 * A statement of JPQL or HQL, in the words of the entities: who knows the entities can tell tables.
 *
 * @param entities in the order of the text
 * @param paths from entities, each once, sorted
 * @param dynamic whether the name of an entity is only known when the statement runs
 */
public record JpqlStatement(
    List<Entity> entities, List<Path> paths, boolean dynamic, Certainty certainty) {
  public JpqlStatement {
    entities = List.copyOf(entities);
    paths = List.copyOf(paths);
  }

  /**
   * An entity that the statement names.
   *
   * @param name as written, perhaps fully qualified, or {@code #{#entityName}}
   * @param alias empty for none
   */
  public record Entity(String name, String alias, Operation op) {}

  /**
   * A path of properties, joins resolved: {@code l.product} with {@code join o.lines l} is the path
   * {@code lines.product} of the entity of {@code o}.
   *
   * @param op UPDATE, DELETE or INSERT for paths of the statement's target
   */
  public record Path(String entity, String path, Operation op) implements Comparable<Path> {
    @Override
    public int compareTo(Path other) {
      int byEntity = entity.compareTo(other.entity);
      int byPath = byEntity != 0 ? byEntity : path.compareTo(other.path);
      return byPath != 0 ? byPath : op.compareTo(other.op);
    }
  }

  public boolean isStatement() {
    return dynamic || !entities.isEmpty();
  }
}
