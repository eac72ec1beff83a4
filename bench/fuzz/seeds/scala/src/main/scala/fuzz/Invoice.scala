package fuzz
package inner

import jakarta.persistence.{Entity, Id, Table => T}
import scala.collection.mutable._

@Entity
@T(name = "fuzz_invoice")
class Invoice(@Id var id: Long, val number: String = "a") extends Base[Invoice](id) with Ordered[Invoice] {
  def lines: List[Line] = for (x <- all if x.id > 0) yield x
  val sql = s"""select * from fuzz_invoice where no = '${number}' or id = $id"""
  private[inner] lazy val symbol = 'paid
  def pay[T <: Line](f: T => Unit)(implicit s: Session): Unit = f match { case a: Line => s.update(sql); case _ => () }
}

object Invoices extends TableQuery(new Invoices(_)) { val letter = 'x'; def apply() = {} }
class Invoices(tag: Tag) extends Table[(Long, String)](tag, "fuzz_line") { def id = column[Long]("id"); def * = (id) }
case class Pair[+A, -B](a: A, b: B)
trait Told { this: Invoice => }
/* a /* nested */ comment */
