package com.acme.shop.repository;

import com.acme.shop.domain.Coupon;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** Finds and stores coupons. */
public interface CouponRepository extends JpaRepository<Coupon, Long> {

  Optional<Coupon> findByCodeIgnoreCase(String code);

  @Modifying
  @Transactional
  @Query("update Coupon c set c.timesUsed = c.timesUsed + 1 where c.code = ?1")
  int countUse(String code);
}
