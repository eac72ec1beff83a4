package com.acme.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.common.Address;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CartTest {

  private final Product tent = new Product("T", "Tent", Money.of("100.00"), 2000);
  private Cart cart;

  @BeforeEach
  void setUp() {
    tent.activate();
    cart = new Cart(new Customer("a@b.example", "A", "B", new Address("S", "1", "C", "DE")));
  }

  @Test
  void joinsTheSameProduct() {
    cart.add(tent, 1);
    cart.add(tent, 2);
    assertThat(cart.getItems()).hasSize(1);
    assertThat(cart.getSubtotal()).isEqualTo(Money.of("300.00"));
    assertThat(cart.getWeightGrams()).isEqualTo(6000);
  }

  @Test
  void takesTheDiscountOff() {
    cart.add(tent, 1);
    cart.setCoupon(new Coupon("TEN", 10, null, 1));
    assertThat(cart.getTotal()).isEqualTo(Money.of("90.00"));
  }

  @Test
  void refusesDrafts() {
    Product draft = new Product("D", "Draft", Money.of("1.00"), 1);
    assertThatThrownBy(() -> cart.add(draft, 1)).isInstanceOf(BusinessException.class);
  }

  @Test
  void removesProducts() {
    cart.add(tent, 1);
    assertThat(cart.remove("T")).isTrue();
    assertThat(cart.isEmpty()).isTrue();
  }
}
