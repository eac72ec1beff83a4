package com.acme.shop.repository;

import com.acme.shop.domain.ProductReview;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores reviews. */
public interface ProductReviewRepository extends JpaRepository<ProductReview, Long> {

  List<ProductReview> findByProductSkuAndApprovedTrueOrderByCreatedAtDesc(String sku);

  List<ProductReview> findByApprovedFalseOrderByCreatedAt();

  boolean existsByProductIdAndAuthorId(Long productId, Long authorId);

  @Query(
      "select avg(r.rating) from ProductReview r"
          + " where r.product.id = :productId and r.approved = true")
  Double averageRating(@Param("productId") Long productId);
}
