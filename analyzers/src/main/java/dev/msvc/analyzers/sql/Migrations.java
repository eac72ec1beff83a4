package dev.msvc.analyzers.sql;

import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Grant;
import dev.msvc.model.Share;
import dev.msvc.model.TableFact;
import dev.msvc.model.Unread;
import java.util.List;

/**
 * The schema that migrations and schema files lead to.
 *
 * @param tables sorted by name
 * @param objects what the database holds beside tables, views too, sorted by name
 * @param grants sorted
 * @param files read, of those that hold migrations or definitions of tables
 * @param statements that change the schema, understood, of those found
 * @param guessed of the understood, those of which only names were taken
 * @param dataChanges statements that insert, update or delete rows
 * @param unread sorted
 */
public record Migrations(
    List<TableFact> tables,
    List<DatabaseObject> objects,
    List<Grant> grants,
    Share files,
    Share statements,
    int guessed,
    int dataChanges,
    List<Unread> unread) {
  public Migrations {
    tables = List.copyOf(tables);
    objects = List.copyOf(objects);
    grants = List.copyOf(grants);
    unread = List.copyOf(unread);
  }
}
