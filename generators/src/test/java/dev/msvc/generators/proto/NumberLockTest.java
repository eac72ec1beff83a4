package dev.msvc.generators.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberLockTest {
  @Test
  void numbersStayWhenFieldsAreAddedAndReordered() {
    NumberLock before = lock(NumberLock.NONE, "a: string, b: int");

    NumberLock after = lock(before, "c: date, b: int, a: string");

    assertThat(lines(after, "Order"))
        .contains("Order.a 3 string", "Order.b 4 int32", "Order.c 5 google.type.Date");
  }

  @Test
  void whatIsDeletedIsReservedAndNeverGivenAgain() {
    NumberLock before = lock(NumberLock.NONE, "a: string, b: int");

    ProtoContract after = contract(lock(before, "a: string"), "a: string, c: int");

    assertThat(lines(after.lock(), "Order")).contains("Order.b 4 int32 deleted", "Order.c 5 int32");
    assertThat(reserved(after, "Order"))
        .containsExactly("reserved 4; // b: int32", "reserved \"b\";");
  }

  @Test
  void whatComesBackAsItWasGetsItsNumber() {
    NumberLock before = lock(lock(NumberLock.NONE, "a: string, b: int"), "a: string");

    ProtoContract after = contract(before, "a: string, b: int");

    assertThat(lines(after.lock(), "Order")).contains("Order.b 4 int32");
    assertThat(reserved(after, "Order")).isEmpty();
  }

  @Test
  void whatComesBackAsSomethingElseGetsAnotherNumber() {
    NumberLock before = lock(NumberLock.NONE, "a: string, b: int");

    ProtoContract after = contract(before, "a: string, b: string");

    assertThat(lines(after.lock(), "Order"))
        .contains("Order.b 4 int32 deleted", "Order.b 5 string");
    assertThat(reserved(after, "Order")).containsExactly("reserved 4; // b: int32");
  }

  @Test
  void aFieldThatBecomesOptionalKeepsItsNumber() {
    NumberLock before = lock(NumberLock.NONE, "a: string, b: int");

    assertThat(lock(before, "a: optional string, b: int")).isEqualTo(before);
  }

  @Test
  void valuesOfEnumsKeepTheirNumbersToo() {
    NumberLock before = lock(NumberLock.NONE, "size: [S, M, L]");

    ProtoContract after = contract(before, "size: [XL, L, S]");

    assertThat(after.enumeration("OrderSize").values())
        .extracting(each -> each.name() + " " + each.number())
        .containsExactly("ORDER_SIZE_XL 4", "ORDER_SIZE_L 3", "ORDER_SIZE_S 1");
    assertThat(after.enumeration("OrderSize").reserved())
        .extracting(each -> each.before() + each.text() + each.after())
        .containsExactly("reserved 2; // ORDER_SIZE_M: value", "reserved \"ORDER_SIZE_M\";");
  }

  @Test
  void theFileSaysAllOfIt() {
    NumberLock lock = lock(lock(NumberLock.NONE, "a: map(string), b: int"), "b: int");

    assertThat(NumberLock.read(lock.text())).isEqualTo(lock);
    assertThat(lock.text())
        .contains(
            "\nOrder.id 1 string\nOrder.version 2 int64\nOrder.a 3 map<string, string> deleted\n");
  }

  @Test
  void protocsOwnNumbersAreLeftOut() {
    NumberLock lock = NumberLock.read("Order.a 18999 string\n");

    assertThat(lines(lock(lock, "a: string, b: int"), "Order"))
        .contains("Order.a 18999 string", "Order.b 20002 int32");
  }

  @Test
  void twoBranchesThatGaveOneNumberTwiceAreTold() {
    assertThatThrownBy(() -> NumberLock.read("# x\nOrder.a 3 string\nOrder.b 3 int32\n"))
        .isInstanceOf(UserError.class)
        .hasMessage("proto.lock:3: Order.a and b have the number 3 both");
  }

  @Test
  void aMergeThatIsNotFinishedIsTold() {
    assertThatThrownBy(() -> NumberLock.read("<<<<<<< HEAD\nOrder.a 3 string\n"))
        .isInstanceOf(UserError.class)
        .hasMessage("proto.lock:1 is no number of a field: <<<<<<< HEAD")
        .extracting(e -> ((UserError) e).hint())
        .asString()
        .startsWith("finish the merge");
  }

  private static ProtoContract contract(NumberLock before, String fields) {
    return ProtoContract.of(
        ProtoContractTest.service("com.acme.orders", "Order: {fields: {" + fields + "}}", ""),
        before);
  }

  private static NumberLock lock(NumberLock before, String fields) {
    return contract(before, fields).lock();
  }

  private static List<String> lines(NumberLock lock, String owner) {
    return lock.text().lines().filter(each -> each.startsWith(owner + ".")).toList();
  }

  private static List<String> reserved(ProtoContract contract, String message) {
    return contract.message(message).reserved().stream()
        .map(each -> each.before() + each.text() + each.after())
        .toList();
  }
}
