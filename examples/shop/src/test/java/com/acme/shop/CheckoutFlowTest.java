package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.acme.shop.job.AbandonedCartJob;
import com.acme.shop.job.ReservationExpiryJob;
import com.acme.shop.notifications.NotificationService;
import com.acme.shop.orders.OrderService;
import com.acme.shop.report.SalesReportDao;
import com.acme.shop.service.ProductService;
import com.acme.shop.shipping.ShippingService;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CheckoutFlowTest extends AbstractShopTest {

  private static final String KEY = "change-me";

  @Autowired private MockMvc mvc;
  @Autowired private ShippingService shippingService;
  @Autowired private SalesReportDao reports;
  @Autowired private ReservationExpiryJob reservationJob;
  @Autowired private AbandonedCartJob cartJob;
  @Autowired private NotificationService notifications;
  @Autowired private OrderService orderService;
  @Autowired private ProductService productService;

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private void addToCart(int customer, String sku, int quantity) throws Exception {
    mvc.perform(
            json(
                post("/api/carts/{id}/items", customer),
                "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}"))
        .andExpect(status().isOk());
  }

  private String checkout(int customer, int method) throws Exception {
    String answer =
        mvc.perform(
                json(
                    post("/api/checkout"),
                    "{\"customerId\":" + customer + ",\"paymentMethodId\":" + method + "}"))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return JsonPath.read(answer, "$.orderNumber");
  }

  @Test
  void buysShipsAndReturns() throws Exception {
    addToCart(1, "TENT-2", 2);
    addToCart(1, "STOVE-1", 1);
    mvc.perform(put("/api/carts/1/coupon/welcome10"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.lines", hasSize(2)))
        .andExpect(jsonPath("$.total").value(484.11));

    String number = checkout(1, 1);

    mvc.perform(get("/api/orders/{number}", number))
        .andExpect(jsonPath("$.status").value("PAID"))
        .andExpect(jsonPath("$.total").value(494.01));
    mvc.perform(get("/api/orders/{number}/print", number))
        .andExpect(content().string(containsString("Goettingen")));
    mvc.perform(get("/api/orders").param("email", "ANNA@mail.example"))
        .andExpect(jsonPath("$", hasSize(1)));
    assertThat(count("select reserved from stock_items where id = 1")).isEqualTo(2);
    assertThat(count("select times_used from coupons where code = 'WELCOME10'")).isEqualTo(1);
    assertThat(count("select loyalty_points from customers where id = 1")).isEqualTo(53);

    mvc.perform(get("/api/orders/{number}/shipments", number))
        .andExpect(jsonPath("$[0].status").value("READY"))
        .andExpect(jsonPath("$[0].trackingNumber").value("GP-" + number));
    assertThat(shippingService.dispatchReady()).isEqualTo(1);
    assertThat(count("select on_hand from stock_items where id = 1")).isEqualTo(18);
    assertThat(count("select count(*) from stock_movement")).isEqualTo(2);
    mvc.perform(get("/api/shipments").param("country", "DE")).andExpect(jsonPath("$", hasSize(1)));
    mvc.perform(
            json(
                post("/webhooks/carriers/gp"),
                "{\"trackingNumber\":\"GP-" + number + "\",\"delivered\":true}"))
        .andExpect(status().isAccepted());
    mvc.perform(get("/api/orders/{number}", number))
        .andExpect(jsonPath("$.status").value("DELIVERED"));

    String answer =
        mvc.perform(
                json(
                    post("/api/orders/{number}/returns", number),
                    "{\"sku\":\"TENT-2\",\"quantity\":1,\"reason\":\"too small\"}"))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Integer returnId = JsonPath.read(answer, "$.id");
    mvc.perform(post("/admin/returns/{id}/accept", returnId).header("X-Api-Key", KEY))
        .andExpect(status().isNoContent());
    assertThat(count("select count(*) from refunds where amount = 249")).isEqualTo(1);
    assertThat(count("select on_hand from stock_items where id = 1")).isEqualTo(19);

    LocalDateTime since = LocalDateTime.now().minusDays(1);
    assertThat(reports.revenueByCategory(since))
        .extracting(SalesReportDao.Row::name)
        .containsExactly("Tents", "Stoves");
    assertThat(reports.carrierLoad(since)).hasSize(1);
    assertThat(reports.bestSellers(1)).extracting(SalesReportDao.Row::count).containsExactly(2L);
    mvc.perform(get("/admin/reports/best-customers.csv").header("X-Api-Key", KEY))
        .andExpect(content().string(containsString("anna@mail.example;1;494.01")));
    mvc.perform(get("/admin/customers/1").header("X-Api-Key", KEY))
        .andExpect(jsonPath("$.orders").value(1));
  }

  @Test
  void confirmsTheOrderLater() throws Exception {
    addToCart(2, "PUMP-1", 1);
    checkout(2, 3);
    assertThat(count("select count(*) from invoices where paid_on is null")).isEqualTo(1);
    long end = System.currentTimeMillis() + 10_000;
    while (count("select count(*) from notification") == 0 && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
    assertThat(count("select count(*) from notification where text like '%Wien%'")).isEqualTo(1);
    notifications.sendPending();
    assertThat(count("select count(*) from notification where sent_at is null")).isZero();
  }

  @Test
  void rollsEverythingBackWhenTheCardIsDeclined() throws Exception {
    addToCart(1, "TENT-2", 1);
    mvc.perform(json(post("/api/checkout"), "{\"customerId\":1,\"paymentMethodId\":2}"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.message", containsString("declined")));
    assertThat(count("select count(*) from orders")).isZero();
    assertThat(count("select reserved from stock_items where id = 1")).isZero();
    assertThat(count("select count(*) from payment_attempt")).isEqualTo(1);
    assertThat(count("select count(*) from payment_failure")).isEqualTo(1);
  }

  @Test
  void reordersWhatRunsLowAndCancels() throws Exception {
    addToCart(1, "TENT-4", 2);
    String number = checkout(1, 1);
    assertThat(count("select quantity from purchase_order where stock_item_id = 3")).isEqualTo(5);
    Long purchase = jdbc.queryForObject("select max(id) from purchase_order", Long.class);
    mvc.perform(post("/admin/purchases/{id}/received", purchase).header("X-Api-Key", KEY))
        .andExpect(status().isNoContent());

    mvc.perform(post("/api/orders/{number}/cancel", number)).andExpect(status().isNoContent());
    assertThat(count("select reserved from stock_items where id = 3")).isZero();
    assertThat(count("select on_hand from stock_items where id = 3")).isEqualTo(8);
    assertThat(count("select count(*) from payments where status = 'REFUNDED'")).isEqualTo(1);
    mvc.perform(post("/api/orders/{number}/cancel", number)).andExpect(status().isConflict());
  }

  @Test
  void registersAndLogsIn() throws Exception {
    String form =
        """
        {"email": "New@mail.example", "password": "long enough", "firstName": "Nia",
         "lastName": "New", "city": "Ulm", "newsletter": true}
        """;
    mvc.perform(json(post("/api/customers"), form))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.name").value("Nia New"));
    mvc.perform(json(post("/api/customers"), form)).andExpect(status().isConflict());
    String login = "{\"email\":\"new@mail.example\",\"password\":\"long enough\"}";
    mvc.perform(json(post("/api/customers/login"), login)).andExpect(status().isOk());
    mvc.perform(json(post("/api/customers/login"), login.replace("long", "short")))
        .andExpect(status().isUnprocessableEntity());
    assertThat(count("select count(*) from login_audit")).isEqualTo(2);
    assertThat(count("select count(*) from newsletter_subscription")).isEqualTo(1);
    mvc.perform(get("/newsletter/unsubscribe").param("email", "new@mail.example"))
        .andExpect(content().string(containsString("Goodbye")));
  }

  @Test
  void showsTheCatalogue() throws Exception {
    mvc.perform(get("/api/products")).andExpect(jsonPath("$", hasSize(5)));
    mvc.perform(get("/api/products/search").param("q", "family"))
        .andExpect(jsonPath("$[0].sku").value("TENT-4"));
    mvc.perform(get("/api/products/3")).andExpect(jsonPath("$.sku").value("STOVE-1"));
    mvc.perform(get("/api/products/999")).andExpect(status().isNotFound());
    mvc.perform(get("/categories")).andExpect(content().string(containsString("Bicycles")));
    mvc.perform(get("/categories/tents")).andExpect(jsonPath("$", hasSize(2)));
    mvc.perform(get("/p/LAMP-1")).andExpect(content().string(containsString("sold out")));
    mvc.perform(
            json(
                post("/api/products/TENT-2/reviews"),
                "{\"customerId\":1,\"rating\":5,\"text\":\"Dry\"}"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.by").value("Anna from Goettingen"));
    mvc.perform(post("/admin/reviews/approve").header("X-Api-Key", KEY))
        .andExpect(status().isNoContent());
    mvc.perform(get("/api/products/best-rated")).andExpect(jsonPath("$", hasSize(1)));
    mvc.perform(get("/api/products/TENT-2/reviews")).andExpect(jsonPath("$", hasSize(1)));
    mvc.perform(post("/api/customers/1/wishlist").param("sku", "PUMP-1"))
        .andExpect(jsonPath("$", hasSize(1)));
    mvc.perform(delete("/api/customers/1/wishlist/PUMP-1")).andExpect(status().isNoContent());
  }

  @Test
  void keepsStrangersOutOfTheOffice() throws Exception {
    mvc.perform(get("/admin/dashboard")).andExpect(status().isUnauthorized());
    mvc.perform(get("/admin/dashboard").header("X-Api-Key", KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$['products.soldOut']").value(1));
  }

  @Test
  void runsTheOffice() throws Exception {
    addToCart(2, "PUMP-1", 1);
    String number = checkout(2, 3);
    addToCart(2, "STOVE-1", 1);
    String[] posts = {
      "/admin/orders/" + number + "/refund?amount=5.00",
      "/admin/orders/" + number + "/confirmation",
      "/admin/stock/transfer?from=1&to=2&quantity=3",
      "/admin/categories/tents/raise?percent=10",
      "/admin/customers/1/coupon?percent=20",
      "/admin/buyers/offer?days=7&text=Hello",
      "/admin/customers/1/merge/2",
      "/admin/customers/1/block?reason=fraud"
    };
    for (String path : posts) {
      mvc.perform(post(path).header("X-Api-Key", KEY)).andExpect(status().is2xxSuccessful());
    }
    assertThat(count("select count(*) from orders where customer_id = 1")).isEqualTo(1);
    assertThat(count("select on_hand from stock_items where id = 2")).isEqualTo(9);
    assertThat(count("select count(*) from price_change")).isEqualTo(2);
    assertThat(count("select count(*) from orders where status = 'CANCELLED'")).isEqualTo(1);
    mvc.perform(delete("/admin/products/3").header("X-Api-Key", KEY))
        .andExpect(status().isNoContent());
    assertThat(count("select count(*) from cart_item where product_id = 3")).isZero();
    mvc.perform(
            json(
                post("/admin/products").header("X-Api-Key", KEY),
                "{\"sku\":\"ROPE\",\"name\":\"Rope\",\"price\":12.5,\"weightGrams\":700,"
                    + "\"category\":\"outdoor\"}"))
        .andExpect(status().isCreated());
    mvc.perform(delete("/admin/customers/2").header("X-Api-Key", KEY))
        .andExpect(status().isNoContent());
    assertThat(count("select count(*) from customers where email like 'gone-2@%'")).isEqualTo(1);
    mvc.perform(put("/admin/settings/a.b").header("X-Api-Key", KEY).content("7"))
        .andExpect(status().isNoContent());
    mvc.perform(get("/admin/settings").param("prefix", "a.").header("X-Api-Key", KEY))
        .andExpect(jsonPath("$[0].value").value("7"));
  }

  @Test
  void jobsRun() throws Exception {
    addToCart(1, "TENT-2", 1);
    checkout(1, 1);
    jdbc.update("update stock_reservations set expires_at = dateadd('DAY', -1, expires_at)");
    reservationJob.releaseExpired();
    assertThat(count("select reserved from stock_items where id = 1")).isZero();
    reservationJob.purgeMovements();

    addToCart(2, "PUMP-1", 1);
    jdbc.update("update carts set updated_at = dateadd('DAY', -90, updated_at)");
    cartJob.remind();
    cartJob.abandon();
    assertThat(count("select count(*) from carts where status = 'ABANDONED'")).isEqualTo(1);
    assertThat(
            count(
                "select count(*) from cart_item i join carts c on c.id = i.cart_id"
                    + " where c.status = 'ABANDONED'"))
        .isZero();

    orderService.cleanUp();
    productService.nightlyCleanUp();
    jdbc.update("update orders set status = 'NEW', placed_at = dateadd('DAY', -30, placed_at)");
    jdbc.update("delete from payments");
    orderService.cleanUp();
    assertThat(count("select count(*) from orders where status = 'CANCELLED'")).isEqualTo(1);
  }
}
