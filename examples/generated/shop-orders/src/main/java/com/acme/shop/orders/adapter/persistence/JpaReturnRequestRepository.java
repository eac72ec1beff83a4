// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaReturnRequestRepository
    extends ReturnRequestRepository, Repository<ReturnRequest, Long> {

  @Override
  @Query(value = "select nextval('return_requests_id_seq')", nativeQuery = true)
  long nextId();

  @Override
  @Query("select e from ReturnRequest e where e.id > :id order by e.id limit :limit")
  List<ReturnRequest> findAfter(long id, int limit);
}
