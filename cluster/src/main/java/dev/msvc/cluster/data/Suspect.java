package dev.msvc.cluster.data;

import dev.msvc.model.shift.RowMismatch;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not the same when it was looked at.
 *
 * @param monolith digest of its values; null where it lacks the row
 * @param service the same of the service
 */
record Suspect(RowKey key, @Nullable String monolith, @Nullable String service) {
  static Suspect of(RowKey key, @Nullable KeyedRow monolith, @Nullable KeyedRow service) {
    return new Suspect(
        key,
        monolith == null ? null : monolith.digest(),
        service == null ? null : service.digest());
  }

  boolean isSame() {
    return monolith == null ? service == null : monolith.equals(service);
  }

  RowMismatch.Kind kind() {
    return service == null
        ? RowMismatch.Kind.MISSING
        : monolith == null ? RowMismatch.Kind.EXTRA : RowMismatch.Kind.DIFFERS;
  }
}
