package com.acme.shop.service;

import com.acme.shop.common.BusinessException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Cart;
import com.acme.shop.domain.Coupon;
import com.acme.shop.domain.Product;
import com.acme.shop.repository.CartRepository;
import com.acme.shop.repository.CouponRepository;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills and empties carts. */
@Service
public class CartService {

  private static final int MAX_PER_PRODUCT = 50;

  private final CartRepository cartRepository;
  private final ProductService productService;
  private final CustomerService customerService;
  private InventoryService inventoryService;
  private CouponRepository couponRepository;

  public CartService(
      CartRepository cartRepository,
      ProductService productService,
      CustomerService customerService) {
    this.cartRepository = cartRepository;
    this.productService = productService;
    this.customerService = customerService;
  }

  @Autowired
  public void setInventoryService(InventoryService inventoryService) {
    this.inventoryService = inventoryService;
  }

  @Autowired
  public void setCouponRepository(CouponRepository couponRepository) {
    this.couponRepository = couponRepository;
  }

  @Transactional
  public Cart open(Long customerId) {
    return cartRepository
        .findByCustomerIdAndStatus(customerId, Cart.Status.OPEN)
        .orElseGet(() -> cartRepository.save(new Cart(customerService.getCustomer(customerId))));
  }

  @Transactional
  public Cart add(Long customerId, String sku, int quantity) {
    if (quantity < 1 || quantity > MAX_PER_PRODUCT) {
      throw new BusinessException("Between 1 and " + MAX_PER_PRODUCT + " can be bought at once");
    }
    Product product = productService.bySku(sku);
    if (inventoryService.available(sku) < quantity) {
      throw new BusinessException("Not enough of " + product.getName() + " in stock");
    }
    Cart cart = open(customerId);
    cart.add(product, quantity);
    return cart;
  }

  @Transactional
  public Cart remove(Long customerId, String sku) {
    Cart cart = open(customerId);
    if (!cart.remove(sku)) {
      throw new NotFoundException("Product in the cart", sku);
    }
    return cart;
  }

  @Transactional
  public Cart redeem(Long customerId, String code) {
    Coupon coupon =
        couponRepository
            .findByCodeIgnoreCase(code)
            .filter(c -> c.isUsable(LocalDate.now()))
            .orElseThrow(() -> new BusinessException("This code is not valid"));
    Cart cart = open(customerId);
    cart.setCoupon(coupon);
    return cart;
  }

  @Transactional
  public void close(Cart cart) {
    cart.close();
    if (cart.getCoupon() != null) {
      couponRepository.countUse(cart.getCoupon().getCode());
    }
  }
}
