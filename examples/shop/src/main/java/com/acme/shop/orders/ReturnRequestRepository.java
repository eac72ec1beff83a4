package com.acme.shop.orders;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores returns. */
interface ReturnRequestRepository extends JpaRepository<ReturnRequest, Long> {

  List<ReturnRequest> findByLineOrderNumber(String number);

  List<ReturnRequest> findByAcceptedFalseOrderByCreatedAt();
}
