package com.acme.shop.payments;

import com.acme.shop.notifications.NotificationService;
import com.acme.shop.util.DateUtils;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds customers of invoices that are overdue. */
@Component
class DunningJob {

  private static final Logger LOG = LoggerFactory.getLogger(DunningJob.class);

  private final InvoiceRepository invoices;
  private final NotificationService notifications;
  private final TransactionTemplate transaction;

  DunningJob(
      InvoiceRepository invoices,
      NotificationService notifications,
      PlatformTransactionManager transactionManager) {
    this.invoices = invoices;
    this.notifications = notifications;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(cron = "0 0 6 * * TUE")
  public void run() {
    Integer reminded = transaction.execute(status -> remindAll());
    LOG.info("{} invoices were overdue", reminded);
  }

  private int remindAll() {
    LocalDate today = LocalDate.now();
    int count = 0;
    for (Invoice invoice : invoices.findOverdue(today)) {
      int reminder = invoice.remind(DateUtils.addWorkingDays(today, 7));
      notifications.notify(
          invoice.getOrder().getCustomer(),
          "INVOICE_REMINDER",
          invoice.getNumber() + " (" + reminder + ")");
      count++;
    }
    return count;
  }
}
