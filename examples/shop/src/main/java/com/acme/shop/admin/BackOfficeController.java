package com.acme.shop.admin;

import com.acme.shop.common.AppSetting;
import com.acme.shop.common.Money;
import com.acme.shop.controller.ApiPaths;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The back office over HTTP. */
@RestController
@RequestMapping(ApiPaths.ADMIN)
public class BackOfficeController {

  /** A product that is new. */
  public record NewProduct(
      String sku, String name, BigDecimal price, int weightGrams, String category) {}

  private final BackOfficeService backOffice;

  public BackOfficeController(BackOfficeService backOffice) {
    this.backOffice = backOffice;
  }

  @GetMapping("/dashboard")
  public Map<String, Object> dashboard() {
    return backOffice.dashboard();
  }

  @GetMapping("/customers/{id}")
  public Map<String, Object> customerFile(@PathVariable Long id) {
    return backOffice.customerFile(id);
  }

  @PostMapping("/customers/{id}/block")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void block(@PathVariable Long id, @RequestParam String reason) {
    backOffice.blockCustomer(id, reason);
  }

  @PostMapping("/customers/{id}/merge/{other}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void merge(@PathVariable Long id, @PathVariable Long other) {
    backOffice.mergeCustomers(id, other);
  }

  @PostMapping("/customers/{id}/coupon")
  public Map<String, String> coupon(@PathVariable Long id, @RequestParam int percent) {
    return Map.of("code", backOffice.giveCoupon(id, percent));
  }

  @DeleteMapping("/customers/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void forget(@PathVariable Long id) throws SQLException {
    backOffice.forgetCustomer(id);
  }

  @PostMapping("/buyers/offer")
  public Map<String, Integer> offer(@RequestParam int days, @RequestParam String text) {
    return Map.of("sent", backOffice.writeToBuyers(days, text));
  }

  @PostMapping("/products")
  @ResponseStatus(HttpStatus.CREATED)
  public Map<String, Long> createProduct(@RequestBody NewProduct product) {
    return Map.of(
        "id",
        backOffice.createProduct(
            product.sku(),
            product.name(),
            Money.of(product.price()),
            product.weightGrams(),
            product.category()));
  }

  @DeleteMapping("/products/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void retire(@PathVariable Long id) {
    backOffice.retireProduct(id);
  }

  @PostMapping("/categories/{slug}/raise")
  public Map<String, Integer> raisePrices(@PathVariable String slug, @RequestParam int percent) {
    return Map.of("changed", backOffice.raisePrices(slug, percent));
  }

  @PostMapping("/reviews/approve")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void approve(@RequestParam(defaultValue = "3") int minRating) {
    backOffice.approveReviews(minRating);
  }

  @PostMapping("/stock/transfer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void transfer(@RequestParam Long from, @RequestParam Long to, @RequestParam int quantity) {
    backOffice.transferStock(from, to, quantity);
  }

  @PostMapping("/purchases/{id}/received")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void received(@PathVariable Long id) {
    backOffice.receivePurchase(id);
  }

  @PostMapping("/orders/{number}/refund")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void refund(
      @PathVariable String number,
      @RequestParam BigDecimal amount,
      @RequestParam(defaultValue = "goodwill") String reason) {
    backOffice.refundPartly(number, Money.of(amount), reason);
  }

  @PostMapping("/orders/{number}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void resend(@PathVariable String number) {
    backOffice.resendConfirmation(number);
  }

  @PostMapping("/returns/{id}/accept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void acceptReturn(@PathVariable Long id) {
    backOffice.acceptReturn(id);
  }

  @GetMapping("/settings")
  public List<AppSetting> settings(@RequestParam(defaultValue = "") String prefix) {
    return backOffice.settings(prefix);
  }

  @PutMapping("/settings/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void setting(@PathVariable String key, @RequestBody String value) {
    backOffice.changeSetting(key, value);
  }
}
