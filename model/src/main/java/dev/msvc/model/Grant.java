package dev.msvc.model;

import java.util.Comparator;
import java.util.List;

/**
 * A right that another user of the database has.
 *
 * @param privileges in upper case, sorted
 * @param object name of the table, view, routine or schema
 */
public record Grant(String grantee, List<String> privileges, String object, Place place)
    implements Comparable<Grant> {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee)
          .thenComparing(Grant::object)
          .thenComparing(Grant::place)
          .thenComparing(grant -> grant.privileges().toString());

  public Grant {
    privileges = List.copyOf(privileges);
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
