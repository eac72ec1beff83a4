// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.persistence;

import com.acme.orders.domain.customer.Customer;
import com.acme.orders.domain.customer.CustomerRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaCustomerRepository extends CustomerRepository, Repository<Customer, Long> {

  @Override
  @Query(value = "select nextval('customers_id_seq')", nativeQuery = true)
  long nextId();

  @Override
  @Query("select count(e) > 0 from Customer e where e.email = :email and e.id <> :id")
  boolean existsOtherWithEmail(long id, String email);

  @Override
  @Query("select e from Customer e where e.id > :id order by e.id limit :limit")
  List<Customer> findAfter(long id, int limit);
}
