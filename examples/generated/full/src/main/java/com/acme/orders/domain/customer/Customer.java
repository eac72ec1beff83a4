// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.customer;

import com.acme.orders.domain.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "customers")
public class Customer extends Aggregate {

  @Id private long id;

  private String email;

  private String name;

  private boolean active;

  /** For JPA. */
  protected Customer() {}

  public Customer(long id, CustomerDetails details) {
    this.id = id;
    this.email = details.email();
    this.name = details.name();
    this.active = details.active();
  }

  public long id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public boolean active() {
    return active;
  }
}
