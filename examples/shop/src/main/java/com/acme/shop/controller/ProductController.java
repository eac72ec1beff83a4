package com.acme.shop.controller;

import com.acme.shop.domain.Category;
import com.acme.shop.domain.Product;
import com.acme.shop.domain.ProductReview;
import com.acme.shop.dto.ProductDto;
import com.acme.shop.service.InventoryService;
import com.acme.shop.service.ProductService;
import com.acme.shop.service.ReviewService;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.HtmlUtils;

/** The catalogue: some of it as data, some of it still as finished pages. */
@Controller
public class ProductController {

  /** A review as it is shown. */
  public record ReviewView(int rating, String text, String by) {}

  /** A review as it is sent. */
  public record ReviewRequest(Long customerId, int rating, String text) {}

  private final ProductService productService;
  private final ReviewService reviewService;
  private final InventoryService inventoryService;

  public ProductController(
      ProductService productService,
      ReviewService reviewService,
      InventoryService inventoryService) {
    this.productService = productService;
    this.reviewService = reviewService;
    this.inventoryService = inventoryService;
  }

  @RequestMapping(value = ApiPaths.PRODUCTS, method = RequestMethod.GET)
  @ResponseBody
  public List<ProductDto> list(@RequestParam(defaultValue = "0") int page) {
    return productService.page(page).getContent();
  }

  @RequestMapping(path = ApiPaths.PRODUCTS + "/search", method = RequestMethod.GET)
  @ResponseBody
  public List<ProductDto> search(@RequestParam("q") String term) {
    return productService.search(term);
  }

  @GetMapping(ApiPaths.PRODUCTS + "/best-rated")
  @ResponseBody
  public List<ProductDto> bestRated() {
    return productService.bestRated();
  }

  @GetMapping(ApiPaths.PRODUCTS + ApiPaths.BY_ID)
  @ResponseBody
  public ProductDto show(@PathVariable Long id) {
    return ProductDto.from(productService.get(id));
  }

  @GetMapping(ApiPaths.PRODUCTS + "/{sku}/reviews")
  @ResponseBody
  public List<ReviewView> reviews(@PathVariable String sku) {
    return reviewService.approved(sku).stream()
        .map(r -> new ReviewView(r.getRating(), r.getText(), r.getSignature()))
        .toList();
  }

  @PostMapping(ApiPaths.PRODUCTS + "/{sku}/reviews")
  @ResponseStatus(HttpStatus.CREATED)
  @ResponseBody
  public ReviewView review(@PathVariable String sku, @RequestBody ReviewRequest request) {
    ProductReview review =
        reviewService.write(sku, request.customerId(), request.rating(), request.text());
    return new ReviewView(review.getRating(), review.getText(), review.getSignature());
  }

  @GetMapping({"/categories", "/shop"})
  @ResponseBody
  public String categoriesPage() {
    return productService.topCategories().stream()
        .map(ProductController::categoryItem)
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
  }

  @GetMapping("/categories/{slug}")
  @ResponseBody
  public List<ProductDto> category(@PathVariable String slug) {
    return productService.inCategory(slug);
  }

  @GetMapping(value = "/p/{sku}", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  public String productPage(@PathVariable String sku) {
    Product product = productService.bySku(sku);
    int available = inventoryService.available(sku);
    String name = HtmlUtils.htmlEscape(product.getName());
    return "<h1>%s</h1><p>%s, lowest of 30 days %s</p><p>%s</p><p>%.1f stars</p>"
        .formatted(
            name,
            product.getPrice(),
            productService.lowestRecentPrice(sku),
            available > 0 ? available + " in stock" : "sold out",
            reviewService.average(product.getId()));
  }

  private static String categoryItem(Category category) {
    return "<li><a href=\"/categories/%s\">%s</a></li>"
        .formatted(category.getSlug(), HtmlUtils.htmlEscape(category.getName()));
  }
}
