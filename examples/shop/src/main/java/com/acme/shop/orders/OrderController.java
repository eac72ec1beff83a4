package com.acme.shop.orders;

import com.acme.shop.controller.ApiPaths;
import com.acme.shop.util.DateUtils;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Orders over HTTP. */
@RestController
@RequestMapping(ApiPaths.ORDERS)
public class OrderController {

  /** An order in a list. */
  public record OrderRow(String number, String status, String placedOn, BigDecimal total) {

    static OrderRow of(Order order) {
      return new OrderRow(
          order.getNumber(),
          order.getStatus().name(),
          DateUtils.format(order.getPlacedAt().toLocalDate()),
          order.getTotal().getAmount());
    }
  }

  /** What a customer wants to send back. */
  public record ReturnForm(String sku, int quantity, String reason) {}

  private final OrderService orderService;
  private final ReturnService returnService;

  public OrderController(OrderService orderService, ReturnService returnService) {
    this.orderService = orderService;
    this.returnService = returnService;
  }

  @GetMapping(params = "email")
  public List<OrderRow> list(@RequestParam String email) {
    return orderService.ofCustomer(email).stream().map(OrderRow::of).toList();
  }

  @GetMapping("/{number}")
  public OrderRow show(@PathVariable String number) {
    return OrderRow.of(orderService.byNumber(number));
  }

  @GetMapping(value = "/{number}/print", produces = MediaType.TEXT_HTML_VALUE)
  public String print(@PathVariable String number) {
    Order order = orderService.byNumber(number);
    String lines =
        order.getLines().stream()
            .map(l -> "<li>" + l.getQuantity() + " x " + HtmlUtils.htmlEscape(l.getProductName()))
            .collect(Collectors.joining());
    return "<h1>Order %s</h1><p>To %s in %s</p><ul>%s</ul><p>%s</p>"
        .formatted(
            order.getNumber(),
            HtmlUtils.htmlEscape(order.getCustomer().getFullName()),
            HtmlUtils.htmlEscape(order.getCustomer().getAddress().getCity()),
            lines,
            order.getTotal());
  }

  @RequestMapping(value = "/{number}/cancel", method = RequestMethod.POST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void cancel(@PathVariable String number, @RequestParam(defaultValue = "") String reason) {
    orderService.cancel(number, reason);
  }

  @PostMapping("/{number}/returns")
  @ResponseStatus(HttpStatus.CREATED)
  public Map<String, Long> requestReturn(
      @PathVariable String number, @RequestBody ReturnForm form) {
    return Map.of(
        "id", returnService.request(number, form.sku(), form.quantity(), form.reason()).getId());
  }
}
