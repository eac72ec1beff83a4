// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

import com.acme.shop.orders.domain.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "number_ranges")
public class NumberRange extends Aggregate {

  @Id private String id;

  private long nextValue;

  /** For JPA. */
  protected NumberRange() {}

  public NumberRange(String id, NumberRangeDetails details) {
    this.id = id;
    set(details);
  }

  public void update(NumberRangeDetails details) {
    set(details);
  }

  private void set(NumberRangeDetails details) {
    this.nextValue = details.nextValue();
  }

  public String id() {
    return id;
  }

  public long nextValue() {
    return nextValue;
  }
}
