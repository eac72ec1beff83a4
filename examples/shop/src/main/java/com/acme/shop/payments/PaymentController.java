package com.acme.shop.payments;

import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payment methods over HTTP, and what the bank reports. */
@RestController
@RequestMapping("/api")
public class PaymentController {

  /** A way to pay. */
  public record MethodView(Long id, String description) {}

  /** A card as the form of the acquirer sends it. */
  public record CardForm(String token, String lastDigits, int month, int year) {}

  private final PaymentService paymentService;

  public PaymentController(PaymentService paymentService) {
    this.paymentService = paymentService;
  }

  @GetMapping("/customers/{customerId}/payment-methods")
  public List<MethodView> methods(@PathVariable Long customerId) {
    return paymentService.methodsOf(customerId).stream()
        .map(method -> new MethodView(method.getId(), method.describe()))
        .toList();
  }

  @PostMapping("/customers/{customerId}/payment-methods/cards")
  @ResponseStatus(HttpStatus.CREATED)
  public MethodView addCard(@PathVariable Long customerId, @RequestBody CardForm form) {
    PaymentMethod method =
        paymentService.addCard(
            customerId, form.token(), form.lastDigits(), YearMonth.of(form.year(), form.month()));
    return new MethodView(method.getId(), method.describe());
  }

  @PostMapping("/bank/invoices/{number}/paid")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void invoicePaid(@PathVariable String number) {
    paymentService.invoicePaid(number);
  }
}
