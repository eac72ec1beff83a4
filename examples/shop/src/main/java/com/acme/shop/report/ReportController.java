package com.acme.shop.report;

import com.acme.shop.controller.ApiPaths;
import com.acme.shop.util.CsvWriter;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for the back office. */
@RestController
@RequestMapping(ApiPaths.ADMIN + "/reports")
public class ReportController {

  private final SalesReportDao reports;

  public ReportController(SalesReportDao reports) {
    this.reports = reports;
  }

  @GetMapping("/revenue")
  public List<SalesReportDao.Row> revenue(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since) {
    return reports.revenueByCategory(since.atStartOfDay());
  }

  @GetMapping("/carriers")
  public List<SalesReportDao.Row> carriers(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since) {
    return reports.carrierLoad(since.atStartOfDay());
  }

  @GetMapping(value = "/best-sellers.csv", produces = MediaType.TEXT_PLAIN_VALUE)
  public String bestSellers(@RequestParam(defaultValue = "20") int limit) {
    return csv(reports.bestSellers(limit));
  }

  @GetMapping(value = "/best-customers.csv", produces = MediaType.TEXT_PLAIN_VALUE)
  public String bestCustomers(@RequestParam(defaultValue = "20") int limit) {
    return csv(reports.bestCustomers(limit));
  }

  private static String csv(List<SalesReportDao.Row> rows) {
    CsvWriter csv = new CsvWriter("name", "count", "amount");
    rows.forEach(row -> csv.row(row.name(), row.count(), row.amount()));
    return csv.toString();
  }
}
