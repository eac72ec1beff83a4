package com.acme.shop.job;

import com.acme.shop.common.AppSettingRepository;
import com.acme.shop.domain.Cart;
import com.acme.shop.notifications.NotificationService;
import com.acme.shop.repository.CartRepository;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds customers of full carts, and gives up on them later. */
@Component
public class AbandonedCartJob {

  @Autowired private CartRepository cartRepository;
  @Autowired private NotificationService notificationService;
  @Autowired private AppSettingRepository settings;

  @Scheduled(cron = "0 0 10 * * MON-FRI")
  @Transactional
  public void remind() {
    int days = settings.intValue("cart.reminder.days", 2);
    List<Cart> forgotten = cartRepository.findForgotten(LocalDateTime.now().minusDays(days));
    for (Cart cart : forgotten) {
      notificationService.notify(
          cart.getCustomer(), "CART_REMINDER", cart.getItems().size() + " products");
    }
  }

  @Scheduled(cron = "0 30 3 * * *")
  @Transactional
  public void abandon() {
    LocalDateTime before =
        LocalDateTime.now().minusDays(settings.intValue("cart.abandon.days", 30));
    cartRepository.abandon(before);
    cartRepository.emptyAbandoned(before.minusDays(30));
  }
}
