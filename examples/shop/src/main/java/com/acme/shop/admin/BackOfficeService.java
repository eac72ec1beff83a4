package com.acme.shop.admin;

import com.acme.shop.common.AppSetting;
import com.acme.shop.common.AppSettingRepository;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.Money;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Coupon;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import com.acme.shop.domain.ProductReview;
import com.acme.shop.domain.StockItem;
import com.acme.shop.legacy.LoginAuditDao;
import com.acme.shop.mapper.StockLevelMapper;
import com.acme.shop.notifications.NewsletterDao;
import com.acme.shop.notifications.NotificationRepository;
import com.acme.shop.notifications.NotificationService;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.OrderRepository;
import com.acme.shop.orders.OrderService;
import com.acme.shop.orders.ReturnService;
import com.acme.shop.payments.PaymentRepository;
import com.acme.shop.payments.PaymentService;
import com.acme.shop.repository.CouponRepository;
import com.acme.shop.repository.CustomerRepository;
import com.acme.shop.repository.ProductRepository;
import com.acme.shop.repository.StockItemRepository;
import com.acme.shop.service.ProductService;
import com.acme.shop.service.ReplenishmentService;
import com.acme.shop.service.ReviewService;
import com.acme.shop.shipping.Shipment;
import com.acme.shop.shipping.ShipmentRepository;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the people in the office can do. */
@Service
public class BackOfficeService {

  @Autowired private CustomerRepository customerRepository;
  @Autowired private ProductRepository productRepository;
  @Autowired private CouponRepository couponRepository;
  @Autowired private StockItemRepository stockItemRepository;
  @Autowired private OrderRepository orderRepository;
  @Autowired private PaymentRepository paymentRepository;
  @Autowired private ShipmentRepository shipmentRepository;
  @Autowired private NotificationRepository notificationRepository;
  @Autowired private AppSettingRepository settingRepository;
  @Autowired private StockLevelMapper stockLevelMapper;
  @Autowired private NewsletterDao newsletterDao;
  @Autowired private LoginAuditDao loginAuditDao;
  @Autowired private ProductService productService;
  @Autowired private ReviewService reviewService;
  @Autowired private ReplenishmentService replenishmentService;
  @Autowired private OrderService orderService;
  @Autowired private ReturnService returnService;
  @Autowired private PaymentService paymentService;
  @Autowired private NotificationService notificationService;
  @Autowired private JdbcTemplate jdbcTemplate;
  @PersistenceContext private EntityManager entityManager;

  @Transactional(readOnly = true)
  public Map<String, Object> dashboard() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (OrderRepository.StatusCount count : orderRepository.countPerStatus()) {
      numbers.put("orders." + count.getStatus().toLowerCase(Locale.ROOT), count.getTotal());
    }
    numbers.put("products.soldOut", productRepository.findSoldOut().size());
    numbers.put("reviews.waiting", reviewService.waiting().size());
    numbers.put("returns.waiting", returnService.waiting().size());
    numbers.put("purchases.overdue", replenishmentService.overdue().size());
    numbers.put("shipments.ready", shipmentRepository.countByStatus(Shipment.Status.READY));
    return numbers;
  }

  @Transactional(readOnly = true)
  public Map<String, Object> customerFile(Long customerId) {
    Customer customer = customer(customerId);
    BigDecimal paid = paymentRepository.sumOfCustomer(customerId);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", customer.getFullName());
    file.put("city", customer.getAddress() == null ? "" : customer.getAddress().getCity());
    file.put("orders", orderService.ofCustomer(customer.getEmail()).size());
    file.put("open", orderService.openOf(customerId).size());
    file.put("paid", paid == null ? BigDecimal.ZERO : paid);
    file.put("messages", notificationRepository.countByCustomerId(customerId));
    return file;
  }

  @Transactional
  public void blockCustomer(Long customerId, String reason) {
    Customer customer = customer(customerId);
    customer.block();
    orderRepository
        .findOpenForCustomer(customerId)
        .forEach(order -> orderService.cancel(order.getNumber(), reason));
    notificationService.notify(customer, "ACCOUNT_BLOCKED", reason);
  }

  /** Joins two accounts of the same person; the second one stays behind empty and blocked. */
  @Transactional
  public void mergeCustomers(Long keepId, Long dropId) {
    if (keepId.equals(dropId)) {
      throw new BusinessException("These are the same account");
    }
    Customer keep = customer(keepId);
    Customer drop = customer(dropId);
    jdbcTemplate.update("update orders set customer_id = ? where customer_id = ?", keepId, dropId);
    jdbcTemplate.update(
        "update product_review set customer_id = ? where customer_id = ?", keepId, dropId);
    jdbcTemplate.update(
        "update payment_method set customer_id = ? where customer_id = ?", keepId, dropId);
    drop.block();
    customerRepository.addLoyaltyPoints(keep.getId(), drop.getLoyaltyPoints());
  }

  @Transactional
  public int raisePrices(String categorySlug, int percent) {
    List<Product> products =
        productRepository.findByCategoriesSlugAndStatus(categorySlug, Product.Status.ACTIVE);
    for (Product product : products) {
      Money price = product.getPrice();
      productService.changePrice(product.getSku(), price.plus(price.percent(percent)));
    }
    return products.size();
  }

  @Transactional
  public void retireProduct(Long productId) {
    Product product = productService.get(productId);
    product.discontinue(LocalDate.now());
    entityManager
        .createQuery("delete from CartItem i where i.product = :product")
        .setParameter("product", product)
        .executeUpdate();
    jdbcTemplate.update("delete from customer_wishlist where product_id = ?", product.getId());
  }

  @Transactional
  public Long createProduct(String sku, String name, Money price, int weight, String category) {
    if (productRepository.findBySku(sku).isPresent()) {
      throw new BusinessException("There is a product " + sku + " already");
    }
    Product product = new Product(sku, name, price, weight);
    product.activate();
    Long id = productService.store(product).getId();
    productService.assignCategory(sku, category);
    return id;
  }

  @Transactional
  public void approveReviews(int minRating) {
    reviewService.waiting().stream()
        .filter(review -> review.getRating() >= minRating)
        .map(ProductReview::getId)
        .forEach(reviewService::approve);
  }

  @Transactional
  public void transferStock(Long fromId, Long toId, int quantity) {
    StockItem from = stockItem(fromId);
    StockItem to = stockItem(toId);
    if (!from.getProduct().equals(to.getProduct()) || quantity > from.getAvailable()) {
      throw new BusinessException("This cannot be transferred");
    }
    from.receive(-quantity);
    to.receive(quantity);
    String reason = from.getWarehouse().getCode() + " to " + to.getWarehouse().getCode();
    stockLevelMapper.insertMovement(fromId, -quantity, reason);
    stockLevelMapper.insertMovement(toId, quantity, reason);
  }

  @Transactional
  public void receivePurchase(Long purchaseOrderId) {
    replenishmentService.receive(purchaseOrderId);
  }

  @Transactional
  public void refundPartly(String orderNumber, Money amount, String reason) {
    Order order = orderService.byNumber(orderNumber);
    paymentService.refund(order, amount, reason);
    notificationService.notify(order.getCustomer(), "REFUND", amount.toString());
  }

  @Transactional
  public void acceptReturn(Long returnId) {
    returnService.accept(returnId);
  }

  @Transactional
  public String giveCoupon(Long customerId, int percent) {
    Customer customer = customer(customerId);
    String code = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    couponRepository.save(new Coupon(code, percent, LocalDate.now().plusMonths(3), 1));
    notificationService.notify(customer, "COUPON", code);
    return code;
  }

  @Transactional
  public int writeToBuyers(int days, String detail) {
    List<Customer> buyers = customerRepository.findBuyersSince(LocalDateTime.now().minusDays(days));
    buyers.forEach(buyer -> notificationService.notify(buyer, "OFFER", detail));
    return buyers.size();
  }

  public void resendConfirmation(String orderNumber) {
    notificationService.confirmOrder(orderNumber);
  }

  @Transactional
  public void changeSetting(String key, String value) {
    settingRepository
        .findById(key)
        .ifPresentOrElse(
            setting -> setting.setValue(value),
            () -> settingRepository.save(new AppSetting(key, value)));
  }

  public List<AppSetting> settings(String prefix) {
    return settingRepository.findByKeyStartingWithOrderByKey(prefix);
  }

  /** Removes what is known of a customer who has asked for it; the orders have to stay. */
  @Transactional
  public void forgetCustomer(Long customerId) throws SQLException {
    Customer customer = customer(customerId);
    newsletterDao.unsubscribe(customer.getEmail());
    customer.block();
    entityManager.flush();
    entityManager
        .createNativeQuery(
            "update customers set email = concat('gone-', id, '@shop.acme.example'),"
                + " first_name = 'Gone', last_name = 'Customer', password_hash = null,"
                + " street = null where id = ?1")
        .setParameter(1, customerId)
        .executeUpdate();
    jdbcTemplate.update("delete from customer_addresses where customer_id = ?", customerId);
    loginAuditDao.purge(LocalDateTime.now().minusDays(90));
  }

  private Customer customer(Long id) {
    return customerRepository.findById(id).orElseThrow(() -> new NotFoundException("Customer", id));
  }

  private StockItem stockItem(Long id) {
    return stockItemRepository
        .findById(id)
        .orElseThrow(() -> new NotFoundException("Stock item", id));
  }
}
