package com.acme.shop.orders;

import com.acme.shop.common.NotFoundException;
import com.acme.shop.payments.PaymentService;
import com.acme.shop.service.InventoryService;
import java.time.LocalDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks orders up and changes their state. */
@Service
@Transactional(readOnly = true)
public class OrderService {

  private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

  private final OrderRepository orderRepository;
  private final InventoryService inventoryService;
  private final PaymentService paymentService;

  public OrderService(
      OrderRepository orderRepository,
      InventoryService inventoryService,
      PaymentService paymentService) {
    this.orderRepository = orderRepository;
    this.inventoryService = inventoryService;
    this.paymentService = paymentService;
  }

  public Order byNumber(String number) {
    return orderRepository
        .findDetailed(number)
        .orElseThrow(() -> new NotFoundException("Order", number));
  }

  public List<Order> ofCustomer(String email) {
    return orderRepository.findByCustomerEmailIgnoreCaseOrderByPlacedAtDesc(email);
  }

  public List<Order> openOf(Long customerId) {
    return orderRepository.findOpenForCustomer(customerId);
  }

  @Transactional
  public void cancel(String number, String reason) {
    Order order = byNumber(number);
    order.become(OrderStatus.CANCELLED);
    inventoryService.release(number);
    paymentService.refundAll(order, reason);
  }

  @Transactional
  public void markShipped(String number) {
    byNumber(number).become(OrderStatus.SHIPPED);
    inventoryService.confirm(number);
  }

  @Transactional
  public void markDelivered(String number) {
    byNumber(number).become(OrderStatus.DELIVERED);
  }

  @Scheduled(cron = "0 45 1 * * SUN")
  @Transactional
  public void cleanUp() {
    List<Order> unpaid = orderRepository.findUnpaid(LocalDateTime.now().minusDays(14));
    unpaid.forEach(order -> order.become(OrderStatus.CANCELLED));
    int archived = orderRepository.archive(LocalDateTime.now().minusYears(3));
    LOG.info("{} unpaid orders cancelled, {} old orders archived", unpaid.size(), archived);
  }
}
