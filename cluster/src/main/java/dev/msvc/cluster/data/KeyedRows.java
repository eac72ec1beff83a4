package dev.msvc.cluster.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table in the order of their keys, one at a time. That they come in this order is
 * looked at and not trusted: a database may order texts otherwise.
 */
final class KeyedRows implements AutoCloseable {
  static final int STATEMENT_SECONDS = 60;

  /** Where a table has to be sorted first, that takes. */
  private static final int SORTED_SECONDS = 600;

  private static final int DIGITS = 16;

  private final Side side;
  private final int part;
  private final MessageDigest all;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet rows;
  private @Nullable RowKey last;
  private long count;
  private int inPart;
  private boolean ended;

  /**
   * Of a table.
   *
   * @param part how many rows are read in one transaction
   */
  KeyedRows(Side side, int part) {
    this.side = side;
    this.part = part;
    try {
      this.all = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many there were by now. */
  long count() {
    return count;
  }

  /** Of all there were by now. */
  String digest() {
    return HexFormat.of().formatHex(all.digest()).substring(0, DIGITS);
  }

  /** The next; null where there are no more. */
  @Nullable KeyedRow next() throws SQLException, Incomparable {
    while (!ended) {
      ResultSet open = rows == null ? ask() : rows;
      if (open.next()) {
        inPart++;
        return taken(side.read(open));
      }
      boolean full = side.inParts() && inPart == part;
      close();
      // what was seen is let go, lest old rows are kept for hours
      side.connection().commit();
      ended = !full;
    }
    return null;
  }

  private ResultSet ask() throws SQLException {
    PreparedStatement asking = side.after(last, part);
    statement = asking;
    asking.setQueryTimeout(side.inParts() ? STATEMENT_SECONDS : SORTED_SECONDS);
    ResultSet open = asking.executeQuery();
    rows = open;
    inPart = 0;
    return open;
  }

  private KeyedRow taken(KeyedRow row) throws Incomparable {
    int order = last == null ? -1 : last.compareTo(row.key());
    if (order == 0) {
      throw new Incomparable(
          "two rows of %s have the key %s: it does not tell rows apart"
              .formatted(side.table(), row.key()));
    }
    if (order > 0) {
      throw new Incomparable(
          "%s orders keys otherwise than by the codes of their letters (%s before %s): use a key of"
                  .formatted(side.table(), last, row.key())
              + " numbers or uuids");
    }
    last = row.key();
    count++;
    all.update((row.key() + "\n" + row.digest() + "\n").getBytes(StandardCharsets.UTF_8));
    return row;
  }

  @Override
  public void close() throws SQLException {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    if (statement != null) {
      statement.close();
      statement = null;
    }
  }
}
