package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;

/** A company that products are bought from. */
@Entity
@SecondaryTable(
    name = "supplier_contact",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "supplier_id"))
public class Supplier extends BaseEntity {

  @Column(nullable = false, length = 80)
  private String name;

  @Column(name = "lead_time_days")
  private int leadTimeDays;

  @Column(table = "supplier_contact", name = "contact_name", length = 80)
  private String contactName;

  @Column(table = "supplier_contact", name = "contact_email", length = 120)
  private String contactEmail;

  protected Supplier() {}

  public Supplier(String name, int leadTimeDays) {
    this.name = name;
    this.leadTimeDays = leadTimeDays;
  }

  public void contact(String newName, String newEmail) {
    contactName = newName;
    contactEmail = newEmail;
  }

  public String getName() {
    return name;
  }

  public int getLeadTimeDays() {
    return leadTimeDays;
  }

  public String getContactName() {
    return contactName;
  }

  public String getContactEmail() {
    return contactEmail;
  }
}
