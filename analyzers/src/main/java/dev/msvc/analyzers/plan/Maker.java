package dev.msvc.analyzers.plan;

import dev.msvc.model.Facts;
import dev.msvc.model.TableFact;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose database the tables are in: that of production, as configuration says, else the one that
 * the types of columns are of, else PostgreSQL.
 *
 * @param dialect null for a maker whose SQL nobody knows here
 * @param why what told, for people; empty where nothing did
 * @param warnings what to know before a script is run
 */
record Maker(@Nullable Dialect dialect, String why, List<String> warnings) {
  private static final String UNTOLD =
      "Neither configuration nor the types of columns say whose database it is. This is"
          + " PostgreSQL's SQL.";

  Maker {
    warnings = List.copyOf(warnings);
  }

  static Maker of(Facts facts) {
    Vendor vendor = facts.database().vendor();
    return vendor.isKnown() ? told(vendor, facts.tables()) : guessed(facts.tables());
  }

  private static Maker told(Vendor vendor, List<TableFact> tables) {
    Dialect dialect = Dialect.of(vendor);
    String title = dialect == null ? vendor.name() : dialect.title();
    List<String> warnings = new ArrayList<>();
    if (dialect == null || !dialect.differs().isEmpty()) {
      warnings.add(
          "The database of production is %s, as %s says. This is PostgreSQL's SQL, to be translated%s."
              .formatted(title, vendor.place(), dialect == null ? "" : ": " + dialect.differs()));
    }
    Dialect written = Dialect.of(tables, true);
    if (written != null && written != dialect) {
      warnings.add(
          ("%s says that production has %s, but %s, are those of %s. Where the schema files are"
                  + " not those of production, give msvc a dump of it by --schema.")
              .formatted(
                  vendor.place(), title, types(written.telling(tables, true)), written.title()));
    }
    return new Maker(dialect, "taken from " + vendor.place(), warnings);
  }

  private static Maker guessed(List<TableFact> tables) {
    Dialect written = Dialect.of(tables, false);
    if (written == null) {
      return new Maker(Dialect.POSTGRESQL, "", List.of(UNTOLD));
    }
    String why = "taken by " + types(written.telling(tables, false));
    return written.differs().isEmpty()
        ? new Maker(written, why, List.of())
        : new Maker(
            written,
            why,
            List.of(
                "The schema looks like one for %s. This is PostgreSQL's SQL, to be translated: %s."
                    .formatted(written.title(), written.differs())));
  }

  private static String types(List<String> telling) {
    return "the types of %d column%s, as %s"
        .formatted(telling.size(), telling.size() == 1 ? "" : "s", telling.get(0));
  }
}
