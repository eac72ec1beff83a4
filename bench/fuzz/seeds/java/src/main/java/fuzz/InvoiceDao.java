package fuzz;

import static fuzz.Names.INVOICE;

import jakarta.persistence.*;
import java.util.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Invoices. */
@Entity(name = "Inv")
@Table(name = INVOICE + "s", schema = "books")
@NamedQuery(name = "Inv.open", query = "select i from Inv i join i.lines l where l.paid = false")
public class InvoiceDao<T extends Comparable<? super T>> extends Base<T>
    implements Iterable<Map.Entry<T, List<int[]>>> {
  private static final String SQL = "select * from " + INVOICE + " where id in (%s)";
  @Id @GeneratedValue Long id;

  @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL)
  Set<Line> lines = new HashSet<>();

  private JdbcTemplate jdbc;

  @Transactional(readOnly = true)
  public <R> List<R> find(Collection<? extends Number> ids, java.util.function.Function<T, R> f) {
    StringBuilder sql = new StringBuilder("delete from fuzz_line");
    for (Number n : ids) {
      sql.append(n == null ? " where id is null" : " or id = " + n);
    }
    String text =
        """
        update fuzz_invoice
           set no = 'a\tb'
        """;
    jdbc.update(sql.toString());
    jdbc.update(text.formatted(1, 2));
    var result =
        switch (ids.size()) {
          case 0, 1 -> {
            yield String.format(SQL, "?");
          }
          default -> null;
        };
    return jdbc.query(result, (rs, row) -> f.apply(null));
  }

  enum State {
    OPEN {
      @Override
      void go() {}
    },
    PAID;

    void go() {}
  }

  record Pair<A, B>(A a, B b) {
    Pair {
      Objects.requireNonNull(a);
    }
  }

  sealed interface Shape permits Circle {}

  @interface Mark {
    String[] value() default {"x", "\u0041"};
  }
}
