package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** What a customer thinks of a product. */
@Entity
public class ProductReview extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer author;

  private int rating;

  @Column(name = "review_text", length = 2000)
  private String text;

  private boolean approved;

  protected ProductReview() {}

  public ProductReview(Product product, Customer author, int rating, String text) {
    this.product = product;
    this.author = author;
    this.rating = rating;
    this.text = text;
  }

  public void approve() {
    approved = true;
  }

  public String getSignature() {
    return author.getFirstName() + " from " + author.getAddress().getCity();
  }

  public Product getProduct() {
    return product;
  }

  public Customer getAuthor() {
    return author;
  }

  public int getRating() {
    return rating;
  }

  public String getText() {
    return text;
  }

  public boolean isApproved() {
    return approved;
  }
}
