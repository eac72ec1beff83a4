package com.acme.shop.service;

import com.acme.shop.common.BusinessException;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import com.acme.shop.domain.ProductReview;
import com.acme.shop.orders.OrderRepository;
import com.acme.shop.repository.ProductReviewRepository;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes and approves reviews. */
@Service
public class ReviewService {

  private final ProductReviewRepository reviewRepository;
  private final ProductService productService;
  private final CustomerService customerService;
  private final OrderRepository orderRepository;

  public ReviewService(
      ProductReviewRepository reviewRepository,
      ProductService productService,
      CustomerService customerService,
      OrderRepository orderRepository) {
    this.reviewRepository = reviewRepository;
    this.productService = productService;
    this.customerService = customerService;
    this.orderRepository = orderRepository;
  }

  @Transactional
  public ProductReview write(String sku, Long customerId, int rating, String text) {
    if (rating < 1 || rating > 5) {
      throw new BusinessException("A rating is one to five stars");
    }
    Product product = productService.bySku(sku);
    Customer customer = customerService.getCustomer(customerId);
    if (reviewRepository.existsByProductIdAndAuthorId(product.getId(), customerId)) {
      throw new ConflictException("You have reviewed this product already");
    }
    ProductReview review = new ProductReview(product, customer, rating, text);
    if (orderRepository.countPurchases(customerId, product.getId()) > 0) {
      review.approve();
    }
    return reviewRepository.save(review);
  }

  public List<ProductReview> approved(String sku) {
    return reviewRepository.findByProductSkuAndApprovedTrueOrderByCreatedAtDesc(sku);
  }

  public List<ProductReview> waiting() {
    return reviewRepository.findByApprovedFalseOrderByCreatedAt();
  }

  public double average(Long productId) {
    Double average = reviewRepository.averageRating(productId);
    return average == null ? 0 : average;
  }

  @Transactional
  public void approve(Long id) {
    reviewRepository.findById(id).orElseThrow(() -> new NotFoundException("Review", id)).approve();
  }
}
