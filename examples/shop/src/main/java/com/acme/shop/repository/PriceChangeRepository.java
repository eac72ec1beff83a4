package com.acme.shop.repository;

import com.acme.shop.domain.PriceChange;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores former prices. */
public interface PriceChangeRepository extends JpaRepository<PriceChange, Long> {

  List<PriceChange> findByProductIdAndChangedAtAfterOrderByChangedAtDesc(
      Long productId, LocalDateTime after);

  long deleteByChangedAtBefore(LocalDateTime before);
}
