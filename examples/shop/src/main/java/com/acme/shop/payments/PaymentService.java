package com.acme.shop.payments;

import com.acme.shop.common.BusinessException;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.Money;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Customer;
import com.acme.shop.orders.Order;
import com.acme.shop.repository.CustomerRepository;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.Hibernate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes and returns money. */
@Service
public class PaymentService {

  @PersistenceContext private EntityManager entityManager;

  private final PaymentRepository payments;
  private final PaymentMethodRepository methods;
  private final PaymentProviderFactory providers;
  private final PaymentAttemptLog attempts;
  private final CustomerRepository customers;
  private InvoiceRepository invoices;
  private InvoiceProvider invoiceProvider;

  PaymentService(
      PaymentRepository payments,
      PaymentMethodRepository methods,
      PaymentProviderFactory providers,
      PaymentAttemptLog attempts,
      CustomerRepository customers) {
    this.payments = payments;
    this.methods = methods;
    this.providers = providers;
    this.attempts = attempts;
    this.customers = customers;
  }

  @Autowired
  public void setInvoices(InvoiceRepository invoices) {
    this.invoices = invoices;
  }

  @Autowired
  void setInvoiceProvider(InvoiceProvider invoiceProvider) {
    this.invoiceProvider = invoiceProvider;
  }

  @Transactional
  public Payment charge(Order order, Long methodId) {
    PaymentMethod method =
        methods
            .findByIdAndCustomerIdAndActiveTrue(methodId, order.getCustomer().getId())
            .orElseThrow(() -> new NotFoundException("Payment method", methodId));
    PaymentProvider provider = providers.forMethod(method);
    Money amount = order.getTotal();
    attempts.attempt(order.getNumber(), provider.name(), amount);
    PaymentProvider.Result result = provider.charge(method, amount, order.getNumber());
    if (!result.accepted()) {
      attempts.failure(order.getNumber(), result.message());
      throw new BusinessException("Payment declined: " + result.message());
    }
    invoiceProvider.dueDay(method).ifPresent(due -> invoices.save(new Invoice(order, amount, due)));
    return payments.save(new Payment(order, method, amount, result.reference()));
  }

  @Transactional
  public void refundAll(Order order, String reason) {
    payments.findByOrderNumberOrderById(order.getNumber()).stream()
        .filter(payment -> payment.getStatus() == Payment.Status.CAPTURED)
        .forEach(payment -> refundPayment(payment, payment.getAmount(), reason));
  }

  @Transactional
  public void refund(Order order, Money amount, String reason) {
    Payment payment =
        payments.findByOrderNumberOrderById(order.getNumber()).stream()
            .filter(p -> p.getStatus() == Payment.Status.CAPTURED)
            .findFirst()
            .orElseThrow(() -> new ConflictException("Nothing was paid for this order"));
    if (refunded(payment).plus(amount).isGreaterThan(payment.getAmount())) {
      throw new ConflictException("More than was paid cannot be refunded");
    }
    refundPayment(payment, amount, reason);
  }

  private void refundPayment(Payment payment, Money amount, String reason) {
    PaymentMethod method = (PaymentMethod) Hibernate.unproxy(payment.getMethod());
    providers.forMethod(method).refund(payment.getProviderReference(), amount);
    entityManager.persist(new Refund(payment, amount, reason));
    if (!payment.getAmount().isGreaterThan(refunded(payment))) {
      payment.markRefunded();
    }
  }

  private Money refunded(Payment payment) {
    List<Refund> refunds =
        entityManager
            .createQuery("select r from Refund r where r.payment.id = :id", Refund.class)
            .setParameter("id", payment.getId())
            .getResultList();
    return refunds.stream().map(Refund::getAmount).reduce(Money.zero(), Money::plus);
  }

  @Transactional
  public PaymentMethod addCard(Long customerId, String token, String digits, YearMonth expiry) {
    Customer customer =
        customers
            .findById(customerId)
            .orElseThrow(() -> new NotFoundException("Customer", customerId));
    return methods.save(new CardPaymentMethod(customer, token, digits, expiry));
  }

  @Transactional(readOnly = true)
  public List<PaymentMethod> methodsOf(Long customerId) {
    return methods.findByCustomerIdAndActiveTrueOrderById(customerId);
  }

  @Transactional
  public void invoicePaid(String invoiceNumber) {
    Invoice invoice =
        invoices
            .findByNumber(invoiceNumber)
            .orElseThrow(() -> new NotFoundException("Invoice", invoiceNumber));
    invoice.pay(LocalDate.now());
  }
}
