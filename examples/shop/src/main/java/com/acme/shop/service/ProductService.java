package com.acme.shop.service;

import com.acme.shop.common.BaseService;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.Money;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Category;
import com.acme.shop.domain.PriceChange;
import com.acme.shop.domain.Product;
import com.acme.shop.dto.ProductDto;
import com.acme.shop.repository.CategoryRepository;
import com.acme.shop.repository.PriceChangeRepository;
import com.acme.shop.repository.ProductRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after the products and their prices. */
@Service
public class ProductService extends BaseService<Product> {

  private static final int PAGE_SIZE = 20;

  private final ProductRepository productRepository;
  private final CategoryRepository categoryRepository;
  private final PriceChangeRepository priceChangeRepository;
  private final Clock clock;

  public ProductService(
      ProductRepository productRepository,
      CategoryRepository categoryRepository,
      PriceChangeRepository priceChangeRepository,
      Clock clock) {
    this.productRepository = productRepository;
    this.categoryRepository = categoryRepository;
    this.priceChangeRepository = priceChangeRepository;
    this.clock = clock;
  }

  @Override
  protected JpaRepository<Product, Long> repository() {
    return productRepository;
  }

  @Override
  protected String entityName() {
    return "Product";
  }

  public Product bySku(String sku) {
    return productRepository
        .findBySku(sku)
        .orElseThrow(() -> new NotFoundException("Product", sku));
  }

  public Page<ProductDto> page(int number) {
    PageRequest request = PageRequest.of(number, PAGE_SIZE, Sort.by("name"));
    return productRepository.findByStatus(Product.Status.ACTIVE, request).map(ProductDto::from);
  }

  public List<ProductDto> search(String term) {
    return productRepository.search(term.trim()).stream()
        .sorted(Comparator.comparing(Product::getName))
        .map(ProductDto::from)
        .toList();
  }

  public List<ProductDto> bestRated() {
    return productRepository.findBestRated(4.0).stream().map(ProductDto::from).toList();
  }

  public List<ProductDto> inCategory(String slug) {
    return productRepository.findByCategoriesSlugAndStatus(slug, Product.Status.ACTIVE).stream()
        .map(ProductDto::from)
        .toList();
  }

  public List<Category> topCategories() {
    return categoryRepository.findByParentIsNullOrderByPosition();
  }

  public List<Category> subCategories(String slug) {
    return categoryRepository.findByParentSlugOrderByPosition(slug);
  }

  @Transactional
  public Product changePrice(String sku, Money newPrice) {
    if (newPrice.isNegative()) {
      throw new BusinessException("A price cannot be negative");
    }
    Product product = bySku(sku);
    Money oldPrice = product.changePrice(newPrice);
    priceChangeRepository.save(new PriceChange(product, oldPrice, LocalDateTime.now(clock)));
    return product;
  }

  /** The lowest price of the last thirty days, which the law wants shown next to a reduction. */
  @Transactional(readOnly = true)
  public Money lowestRecentPrice(String sku) {
    Product product = bySku(sku);
    LocalDateTime since = LocalDateTime.now(clock).minusDays(30);
    return Stream.concat(
            Stream.of(product.getPrice()),
            priceChangeRepository
                .findByProductIdAndChangedAtAfterOrderByChangedAtDesc(product.getId(), since)
                .stream()
                .map(PriceChange::getOldPrice))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Transactional
  public void assignCategory(String sku, String slug) {
    Category category =
        categoryRepository
            .findBySlug(slug)
            .orElseThrow(() -> new NotFoundException("Category", slug));
    bySku(sku).getCategories().add(category);
  }

  @Scheduled(cron = "0 15 2 * * *")
  @Transactional
  public void nightlyCleanUp() {
    LocalDate today = LocalDate.now(clock);
    productRepository.retireDiscontinued(today);
    priceChangeRepository.deleteByChangedAtBefore(today.minusYears(2).atStartOfDay());
  }
}
