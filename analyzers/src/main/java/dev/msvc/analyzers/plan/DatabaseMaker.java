package dev.msvc.analyzers.plan;

import dev.msvc.model.Facts;
import java.util.Optional;

/** Whose database the monolith is kept in, as the SQL of its roadmap has it. */
public final class DatabaseMaker {
  private DatabaseMaker() {}

  /**
   * The maker and what told, as {@code MySQL, taken from app.properties:9}, where it is another
   * than PostgreSQL.
   */
  public static Optional<String> unlikePostgres(Facts facts) {
    Maker maker = Maker.of(facts);
    Dialect dialect = maker.dialect();
    if (dialect == Dialect.POSTGRESQL || maker.why().isEmpty()) {
      return Optional.empty();
    }
    String title = dialect == null ? facts.database().vendor().name() : dialect.title();
    return Optional.of(title + ", " + maker.why());
  }
}
