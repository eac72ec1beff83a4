package com.acme.shop.repository;

import com.acme.shop.domain.Supplier;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores suppliers. */
public interface SupplierRepository extends JpaRepository<Supplier, Long> {

  Optional<Supplier> findFirstByOrderByLeadTimeDaysAsc();

  Optional<Supplier> findByNameIgnoreCase(String name);
}
