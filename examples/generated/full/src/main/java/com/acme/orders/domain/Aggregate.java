// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/** What is loaded, changed and saved as a whole; other aggregates know it by its id only. */
@MappedSuperclass
public abstract class Aggregate {

  /**
   * Set when it is first saved, and grown by every change: two writers of one version cannot both
   * win.
   */
  @Version private @Nullable Long version;

  @Transient private final List<DomainEvent> happened = new ArrayList<>();

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

  /** What happened to this aggregate since it was loaded; saving it tells the listeners. */
  @DomainEvents
  public List<DomainEvent> domainEvents() {
    return List.copyOf(happened);
  }

  @AfterDomainEventPublication
  void forgetEvents() {
    happened.clear();
  }

  protected void happened(DomainEvent event) {
    happened.add(event);
  }
}
