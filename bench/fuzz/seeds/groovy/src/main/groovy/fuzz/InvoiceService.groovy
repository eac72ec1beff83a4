package fuzz

import groovy.sql.Sql
import jakarta.persistence.*
import org.springframework.transaction.annotation.Transactional

@Entity
@Table(name = 'fuzz_invoice')
class Invoice extends Base implements Comparable<Invoice> {
  @Id Long id
  String number = "a ${1 + 1} b"
  static final String ALL = '''select * from fuzz_invoice'''
  def pattern = ~/a\/b+/
  Map<String, List<Integer>> words = [a: [1, 2], 'b': []]
}

@Transactional
class InvoiceService {
  Sql sql
  def pay(long id, Closure done = { it -> it * 2 }) {
    sql.execute("update fuzz_invoice set paid = 1 where id = $id")
    sql.eachRow(Invoice.ALL) { row -> println row.no ?: 'none' }
    /* a comment */
    return done.call(id)
  }
  enum State { OPEN, PAID }
  trait Told { void tell() {} }
}
