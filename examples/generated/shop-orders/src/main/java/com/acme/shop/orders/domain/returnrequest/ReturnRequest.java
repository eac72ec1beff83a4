// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.returnrequest;

import com.acme.shop.orders.domain.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "return_requests")
public class ReturnRequest extends Aggregate {

  @Id private long id;

  private Instant createdAt;

  private Instant updatedAt;

  private long lineId;

  private int quantity;

  private @Nullable String reason;

  private boolean accepted;

  /** For JPA. */
  protected ReturnRequest() {}

  public ReturnRequest(long id, ReturnRequestDetails details) {
    this.id = id;
    set(details);
  }

  public void update(ReturnRequestDetails details) {
    set(details);
  }

  private void set(ReturnRequestDetails details) {
    this.createdAt = details.createdAt();
    this.updatedAt = details.updatedAt();
    this.lineId = details.lineId();
    this.quantity = details.quantity();
    this.reason = details.reason();
    this.accepted = details.accepted();
  }

  public long id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long lineId() {
    return lineId;
  }

  public int quantity() {
    return quantity;
  }

  public @Nullable String reason() {
    return reason;
  }

  public boolean accepted() {
    return accepted;
  }
}
