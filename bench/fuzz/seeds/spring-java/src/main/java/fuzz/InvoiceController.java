package fuzz;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.annotations.Select;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping(
    path = {"/invoices", Paths.OLD + "/invoice"},
    produces = "application/json")
@RequiredArgsConstructor
public class InvoiceController {
  private final Invoices invoices;
  private final TransactionTemplate transaction;
  private final jakarta.persistence.EntityManager entities;

  @GetMapping("/{id:\\d+}")
  public Optional<Invoice> one(@PathVariable Long id) {
    return invoices.findFirstByNumberLikeAndCustomerNameOrderByIdDesc("x", "y");
  }

  @DeleteMapping
  void all() {
    transaction.execute(
        status -> {
          entities
              .createNativeQuery("delete from fuzz_line where id in (select id from fuzz_invoice)")
              .executeUpdate();
          var builder = entities.getCriteriaBuilder();
          var query = builder.createQuery(Invoice.class);
          query
              .select(query.from(Invoice.class))
              .where(builder.equal(query.from(Invoice.class).get("lines").get("id"), 1));
          return null;
        });
  }

  @Scheduled(cron = "${cron:0 * * * * *}")
  @KafkaListener(topics = {"paid", "#{names.open}"})
  void poll() {
    for (Invoice each : invoices.findAll()) {
      if (each instanceof Paid p && p.total() > 0) {
        each.setPaid(true);
      } else
        try (var in = new java.io.StringReader("a")) {
          in.read();
        } catch (Exception | Error e) {
          throw e;
        }
    }
  }

  interface Invoices extends JpaRepository<Invoice, Long> {
    Optional<Invoice> findFirstByNumberLikeAndCustomerNameOrderByIdDesc(String a, String b);

    @Modifying
    @Query("update #{#entityName} i set i.paid = true where i.customer.id = :id")
    int pay(Long id);
  }

  interface Mapper {
    @Select({
      "<script>select * from fuzz_invoice",
      "<foreach collection='ids' item='i'>#{i}</foreach>",
      "</script>"
    })
    Invoice find(int[] ids);
  }
}
