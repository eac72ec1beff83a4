package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.sql.DerivedQuery.Condition;
import dev.msvc.analyzers.sql.DerivedQuery.Order;
import dev.msvc.analyzers.sql.DerivedQuery.Subject;
import dev.msvc.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedQueryTest {
  private static DerivedQuery parsed(String name) {
    return DerivedQuery.parse(name).orElseThrow();
  }

  @Test
  void aNameIsTakenApart() {
    DerivedQuery query =
        parsed(
            "findDistinctTop10ByCustomerNameIgnoreCaseAndStateInOrTotalGreaterThanEqualOrderByDateDescId");

    assertThat(query.operation()).isEqualTo(Operation.SELECT);
    assertThat(query.distinct()).isTrue();
    assertThat(query.limit()).isEqualTo(10);
    assertThat(query.conditions())
        .containsExactly(
            new Condition("CustomerName", "", true, false),
            new Condition("State", "In", false, false),
            new Condition("Total", "GreaterThanEqual", false, true));
    assertThat(query.orders()).containsExactly(new Order("Date", false), new Order("Id", true));
  }

  @ParameterizedTest
  @CsvSource({
    "findByName, FIND, Name",
    "readAllByName, FIND, Name",
    "getOneByOrderId, FIND, OrderId",
    "streamByOrigin, FIND, Origin",
    "queryByAndroidVersion, FIND, AndroidVersion",
    "countByStateNot, COUNT, State",
    "existsByEmailIsNull, EXISTS, Email",
    "deleteByNameStartingWith, DELETE, Name",
    "removeAllByActiveTrue, DELETE, Active",
    "findFirstByOrderByNameAsc, FIND, Name",
    "findByAddress_City, FIND, Address_City",
    "findByCreatedBetween, FIND, Created",
    "findByTagsContainingAllIgnoreCase, FIND, Tags",
    "findOrdersByPriceLessThan, FIND, Price"
  })
  void propertiesStandWithoutKeywords(String name, Subject subject, String property) {
    assertThat(parsed(name).subject()).isEqualTo(subject);
    assertThat(parsed(name).properties()).containsExactly(property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"findAll", "save", "findallBy1", "standBy", "deleteAll", "findbyName"})
  void otherNamesDescribeNoQuery(String name) {
    assertThat(DerivedQuery.parse(name)).isEmpty();
  }

  @Test
  void aPropertyIsSplitWhereTheEntityHasOne() {
    Map<String, Map<String, String>> types =
        Map.of(
            "Order",
            Map.of("customer", "Customer", "customerName", "String", "URL", "String"),
            "Customer",
            Map.of("address", "Address", "name", "String"),
            "Address",
            Map.of("cityName", "String", "line2", "String"));
    DerivedQuery.Properties properties =
        (type, property) -> Optional.ofNullable(types.getOrDefault(type, Map.of()).get(property));

    assertThat(DerivedQuery.path("CustomerAddressCityName", "Order", properties))
        .isEqualTo(List.of("customer", "address", "cityName"));
    assertThat(DerivedQuery.path("CustomerName", "Order", properties))
        .containsExactly("customerName");
    assertThat(DerivedQuery.path("Customer_Name", "Order", properties))
        .containsExactly("customer", "name");
    assertThat(DerivedQuery.path("CustomerAddressLine2", "Order", properties))
        .containsExactly("customer", "address", "line2");
    assertThat(DerivedQuery.path("URL", "Order", properties)).containsExactly("URL");
    assertThat(DerivedQuery.path("Nothing", "Order", properties)).isEmpty();
  }
}
