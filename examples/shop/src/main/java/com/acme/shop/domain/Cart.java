package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer is about to buy. */
@Entity
@Table(name = "carts")
public class Cart extends BaseEntity {

  /** What became of a cart. */
  public enum Status {
    OPEN,
    ORDERED,
    ABANDONED
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "coupon_id")
  private Coupon coupon;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Status status = Status.OPEN;

  @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<CartItem> items = new ArrayList<>();

  protected Cart() {}

  public Cart(Customer customer) {
    this.customer = customer;
  }

  public void add(Product product, int quantity) {
    if (!product.isSellable()) {
      throw new BusinessException(product.getName() + " is not on sale");
    }
    find(product.getSku())
        .ifPresentOrElse(
            item -> item.increase(quantity),
            () -> items.add(new CartItem(this, product, quantity)));
  }

  public boolean remove(String sku) {
    return items.removeIf(item -> item.getProduct().getSku().equals(sku));
  }

  private Optional<CartItem> find(String sku) {
    return items.stream().filter(i -> i.getProduct().getSku().equals(sku)).findFirst();
  }

  public Money getSubtotal() {
    return items.stream().map(CartItem::getTotal).reduce(Money.zero(), Money::plus);
  }

  public Money getDiscount() {
    return coupon == null ? Money.zero() : coupon.discountOn(getSubtotal());
  }

  public Money getTotal() {
    return getSubtotal().minus(getDiscount());
  }

  public int getWeightGrams() {
    return items.stream().mapToInt(i -> i.getProduct().getWeightGrams() * i.getQuantity()).sum();
  }

  public void close() {
    status = Status.ORDERED;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public Customer getCustomer() {
    return customer;
  }

  public Coupon getCoupon() {
    return coupon;
  }

  public void setCoupon(Coupon coupon) {
    this.coupon = coupon;
  }

  public Status getStatus() {
    return status;
  }

  public List<CartItem> getItems() {
    return items;
  }
}
