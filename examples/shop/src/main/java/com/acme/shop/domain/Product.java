package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Something that can be bought. */
@Entity
@Table(name = "products")
@NamedQuery(
    name = "Product.findBestRated",
    query =
        "select p from Product p where p.status = com.acme.shop.domain.Product.Status.ACTIVE"
            + " and (select avg(r.rating) from ProductReview r"
            + " where r.product = p and r.approved = true) >= :rating order by p.name")
public class Product extends BaseEntity {

  /** Where a product is in its life. */
  public enum Status {
    DRAFT,
    ACTIVE,
    RETIRED
  }

  @Column(nullable = false, length = 30)
  private String sku;

  @Column(nullable = false, length = 120)
  private String name;

  @Column(length = 2000)
  private String description;

  @Embedded
  @AttributeOverrides({
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount")),
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
  })
  private Money price;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Status status = Status.DRAFT;

  @Column(name = "weight_grams")
  private int weightGrams;

  @Column(name = "discontinued_on")
  private LocalDate discontinuedOn;

  @ManyToMany
  @JoinTable(
      name = "product_categories",
      joinColumns = @JoinColumn(name = "product_id"),
      inverseJoinColumns = @JoinColumn(name = "category_id"))
  private Set<Category> categories = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"))
  @Column(name = "tag", length = 40)
  private Set<String> tags = new HashSet<>();

  protected Product() {}

  public Product(String sku, String name, Money price, int weightGrams) {
    this.sku = sku;
    this.name = name;
    this.price = price;
    this.weightGrams = weightGrams;
  }

  public boolean isSellable() {
    return status == Status.ACTIVE;
  }

  public void activate() {
    status = Status.ACTIVE;
    discontinuedOn = null;
  }

  public void discontinue(LocalDate day) {
    discontinuedOn = day;
  }

  public Money changePrice(Money newPrice) {
    Money old = price;
    price = newPrice;
    return old;
  }

  public String getSku() {
    return sku;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public Money getPrice() {
    return price;
  }

  public Status getStatus() {
    return status;
  }

  public int getWeightGrams() {
    return weightGrams;
  }

  public LocalDate getDiscontinuedOn() {
    return discontinuedOn;
  }

  public Set<Category> getCategories() {
    return categories;
  }

  public Set<String> getTags() {
    return tags;
  }
}
