package com.acme.shop.repository;

import com.acme.shop.domain.Product;
import com.acme.shop.dto.ProductDto;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores products. */
public interface ProductRepository extends JpaRepository<Product, Long> {

  Optional<Product> findBySku(String sku);

  Page<Product> findByStatus(Product.Status status, Pageable page);

  List<Product> findByCategoriesSlugAndStatus(String slug, Product.Status status);

  List<Product> findBestRated(@Param("rating") double rating);

  @Query(
      "select distinct p from Product p left join p.tags t"
          + " where p.status = com.acme.shop.domain.Product.Status.ACTIVE"
          + " and (lower(p.name) like lower(concat('%', :term, '%')) or lower(t) = lower(:term))")
  List<Product> search(@Param("term") String term);

  @Query(
      "select new com.acme.shop.dto.ProductDto("
          + "p.id, p.sku, p.name, p.price.amount, p.price.currency, p.weightGrams)"
          + " from Product p where p.status = com.acme.shop.domain.Product.Status.ACTIVE"
          + " order by p.sku")
  List<ProductDto> findFeed();

  @Query(
      value =
          "select p.* from products p left join stock_items s on s.product_id = p.id"
              + " where p.status = 'ACTIVE' and coalesce(s.on_hand - s.reserved, 0) <= 0",
      nativeQuery = true)
  List<Product> findSoldOut();

  @Modifying
  @Query(
      "update Product p set p.status = com.acme.shop.domain.Product.Status.RETIRED"
          + " where p.discontinuedOn < :day"
          + " and p.status <> com.acme.shop.domain.Product.Status.RETIRED")
  int retireDiscontinued(@Param("day") LocalDate day);
}
