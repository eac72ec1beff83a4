package com.acme.shop.notifications;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds and stores notifications. */
public interface NotificationRepository extends JpaRepository<Notification, Long> {

  @Query(
      "select n from Notification n join fetch n.customer"
          + " where n.sentAt is null and n.attempts < 5 order by n.id")
  List<Notification> findUnsent();

  long countByCustomerId(Long customerId);
}
