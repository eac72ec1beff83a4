package com.acme.shop.notifications;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.domain.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;

/** A message to a customer. */
@Entity
public class Notification extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @Column(nullable = false, length = 120)
  private String subject;

  @Column(nullable = false, length = 4000)
  private String text;

  @Column(name = "sent_at")
  private LocalDateTime sentAt;

  private int attempts;

  protected Notification() {}

  public Notification(Customer customer, String subject, String text) {
    this.customer = customer;
    this.subject = subject;
    this.text = text;
  }

  public void sent() {
    sentAt = LocalDateTime.now();
    attempts++;
  }

  public void failed() {
    attempts++;
  }

  public Customer getCustomer() {
    return customer;
  }

  public String getSubject() {
    return subject;
  }

  public String getText() {
    return text;
  }

  public LocalDateTime getSentAt() {
    return sentAt;
  }

  public int getAttempts() {
    return attempts;
  }
}
