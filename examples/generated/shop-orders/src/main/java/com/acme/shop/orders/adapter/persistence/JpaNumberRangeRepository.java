// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaNumberRangeRepository extends NumberRangeRepository, Repository<NumberRange, Long> {

  @Override
  @Query(value = "select nextval('number_ranges_id_seq')", nativeQuery = true)
  long nextId();

  @Override
  @Query("select e from NumberRange e where e.id > :id order by e.id limit :limit")
  List<NumberRange> findAfter(long id, int limit);
}
