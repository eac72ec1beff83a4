package fuzz

import jakarta.persistence.*
import org.springframework.data.jpa.repository.JpaRepository

@Entity
@Table(name = "fuzz_invoice")
class Invoice(@Id var id: Long?, @Column(name = "no") val number: String = "a ${1 + 1} b") : Base<Invoice>() {
  @OneToMany(mappedBy = "invoice") val lines: MutableList<Line> = mutableListOf()
  companion object { const val SQL = """select * from fuzz_invoice where no = '$x'""" }
}

interface Invoices : JpaRepository<Invoice, Long> { fun findByNumber(number: String): Invoice? }
/* a /* nested */ comment */
