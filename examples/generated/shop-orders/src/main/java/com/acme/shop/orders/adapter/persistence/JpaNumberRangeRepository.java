// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaNumberRangeRepository extends NumberRangeRepository, Repository<NumberRange, String> {

  @Override
  @Query("select e from NumberRange e where e.id > :id order by e.id limit :limit")
  List<NumberRange> findAfter(String id, int limit);
}
