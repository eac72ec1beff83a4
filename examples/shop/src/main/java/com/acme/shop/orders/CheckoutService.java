package com.acme.shop.orders;

import com.acme.shop.common.Address;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Cart;
import com.acme.shop.domain.CartItem;
import com.acme.shop.domain.Customer;
import com.acme.shop.payments.PaymentService;
import com.acme.shop.repository.CartRepository;
import com.acme.shop.service.CartService;
import com.acme.shop.service.CustomerService;
import com.acme.shop.service.InventoryService;
import com.acme.shop.shipping.ShippingService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a cart into an order: all of it or nothing. */
@Service
public class CheckoutService {

  private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);
  private static final int EUROS_PER_POINT = 10;

  private final CartRepository cartRepository;
  private final CartService cartService;
  private final CustomerService customerService;
  private final InventoryService inventoryService;
  private final PaymentService paymentService;
  private final ShippingService shippingService;
  private final OrderRepository orderRepository;
  private final OrderNumberGenerator numbers;
  private final ApplicationEventPublisher events;

  public CheckoutService(
      CartRepository cartRepository,
      CartService cartService,
      CustomerService customerService,
      InventoryService inventoryService,
      PaymentService paymentService,
      ShippingService shippingService,
      OrderRepository orderRepository,
      OrderNumberGenerator numbers,
      ApplicationEventPublisher events) {
    this.cartRepository = cartRepository;
    this.cartService = cartService;
    this.customerService = customerService;
    this.inventoryService = inventoryService;
    this.paymentService = paymentService;
    this.shippingService = shippingService;
    this.orderRepository = orderRepository;
    this.numbers = numbers;
    this.events = events;
  }

  @Transactional
  public Order checkout(Long customerId, Long paymentMethodId, String giftNote) {
    Customer customer = customerService.getCustomer(customerId);
    if (customer.isBlocked()) {
      throw new BusinessException("This account is blocked");
    }
    Cart cart = openCart(customerId);
    Order order = createOrder(customer, cart, giftNote);
    for (OrderLine line : order.getLines()) {
      inventoryService.reserve(order.getNumber(), line.getProduct(), line.getQuantity());
    }
    paymentService.charge(order, paymentMethodId);
    order.become(OrderStatus.PAID);
    cartService.close(cart);
    customerService.creditLoyaltyPoints(customerId, pointsFor(order));
    events.publishEvent(new OrderPlacedEvent(order.getNumber(), customerId));
    LOG.info("Order {} of customer {} over {}", order.getNumber(), customerId, order.getTotal());
    return order;
  }

  private Cart openCart(Long customerId) {
    Cart cart =
        cartRepository
            .findByCustomerIdAndStatus(customerId, Cart.Status.OPEN)
            .orElseThrow(() -> new NotFoundException("Open cart of customer", customerId));
    if (cart.isEmpty()) {
      throw new BusinessException("The cart is empty");
    }
    return cart;
  }

  private Order createOrder(Customer customer, Cart cart, String giftNote) {
    Address address = customer.getAddress();
    if (address == null || address.getCity() == null) {
      throw new BusinessException("An address is needed to ship to");
    }
    Order order = new Order(numbers.next(), customer, address);
    for (CartItem item : cart.getItems()) {
      order.addLine(item.getProduct(), item.getQuantity());
    }
    order.setDiscount(cart.getDiscount());
    order.setShippingCost(shippingService.quote(address.getCountryCode(), cart.getWeightGrams()));
    order.setGiftNote(giftNote);
    return orderRepository.save(order);
  }

  private static int pointsFor(Order order) {
    return order.getGoodsTotal().getAmount().intValue() / EUROS_PER_POINT;
  }
}
