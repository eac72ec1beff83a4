// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

import com.acme.shop.orders.domain.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "number_ranges")
public class NumberRange extends Aggregate {

  @Id private long id;

  private @Nullable Long nextValue;

  /** For JPA. */
  protected NumberRange() {}

  public NumberRange(long id, NumberRangeDetails details) {
    this.id = id;
    set(details);
  }

  public void update(NumberRangeDetails details) {
    set(details);
  }

  private void set(NumberRangeDetails details) {
    this.nextValue = details.nextValue();
  }

  public long id() {
    return id;
  }

  public @Nullable Long nextValue() {
    return nextValue;
  }
}
