package com.acme.shop.domain;

import com.acme.shop.common.Address;
import com.acme.shop.common.BaseEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody with an account. */
@Entity
@Table(name = "customers")
public class Customer extends BaseEntity {

  @Column(nullable = false, length = 120)
  private String email;

  @Column(name = "password_hash", length = 200)
  private String passwordHash;

  @Column(name = "first_name", length = 60)
  private String firstName;

  @Column(name = "last_name", length = 60)
  private String lastName;

  @Column(length = 2)
  private String language = "de";

  private boolean blocked;

  @Column(name = "loyalty_points")
  private int loyaltyPoints;

  @Embedded private Address address;

  @ElementCollection
  @CollectionTable(name = "customer_roles", joinColumns = @JoinColumn(name = "customer_id"))
  @Column(name = "role", length = 20)
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = EnumSet.of(Role.CUSTOMER);

  @ElementCollection
  @CollectionTable(name = "customer_addresses", joinColumns = @JoinColumn(name = "customer_id"))
  private List<Address> addressBook = new ArrayList<>();

  @ManyToMany(fetch = FetchType.LAZY)
  @JoinTable(
      name = "customer_wishlist",
      joinColumns = @JoinColumn(name = "customer_id"),
      inverseJoinColumns = @JoinColumn(name = "product_id"))
  private Set<Product> wishlist = new HashSet<>();

  protected Customer() {}

  public Customer(String email, String firstName, String lastName, Address address) {
    this.email = email;
    this.firstName = firstName;
    this.lastName = lastName;
    this.address = address;
  }

  public String getFullName() {
    return firstName + " " + lastName;
  }

  public boolean hasRole(Role role) {
    return roles.contains(role);
  }

  public void moveTo(Address newAddress) {
    if (address != null) {
      addressBook.add(address);
    }
    address = newAddress;
  }

  public void wish(Product product) {
    wishlist.add(product);
  }

  public boolean unwish(Product product) {
    return wishlist.remove(product);
  }

  public void block() {
    blocked = true;
  }

  public void unblock() {
    blocked = false;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPasswordHash() {
    return passwordHash;
  }

  public void setPasswordHash(String passwordHash) {
    this.passwordHash = passwordHash;
  }

  public String getFirstName() {
    return firstName;
  }

  public String getLastName() {
    return lastName;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public boolean isBlocked() {
    return blocked;
  }

  public int getLoyaltyPoints() {
    return loyaltyPoints;
  }

  public Address getAddress() {
    return address;
  }

  public Set<Role> getRoles() {
    return roles;
  }

  public List<Address> getAddressBook() {
    return addressBook;
  }

  public Set<Product> getWishlist() {
    return wishlist;
  }
}
