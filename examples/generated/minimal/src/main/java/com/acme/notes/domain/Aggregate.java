// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What is loaded, changed and saved as a whole; other aggregates know it by its id only. */
@MappedSuperclass
public abstract class Aggregate {

  /**
   * Set when it is first saved, and grown by every change: two writers of one version cannot both
   * win.
   */
  @Version private @Nullable Long version;

  public long version() {
    return version == null ? 0 : version;
  }

  /**
   * Refuses to go on where the caller has seen another version; a caller who names none takes what
   * is there.
   */
  public void expectVersion(@Nullable Long expected) {
    if (expected != null && expected != version()) {
      throw new StaleVersionException(expected, version());
    }
  }
}
