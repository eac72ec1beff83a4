package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class EjbJarTest {
  private static final String BEAN =
      """
      class CartBean {
        public void add(String what) {}
        public void add(int what) {}
        public void show() {}
        public void ejbCreate() {}
        void hidden() {}
      }
      """;

  private static FactCollector facts(String java, String beans, String transactions) {
    return new Fixture()
        .java(java)
        .resource(
            "",
            "META-INF/ejb-jar.xml",
            "<ejb-jar><enterprise-beans>"
                + beans
                + "</enterprise-beans>\n<assembly-descriptor>"
                + transactions
                + "</assembly-descriptor></ejb-jar>")
        .facts(new Transactions());
  }

  private static List<String> transactions(String java, String transactions) {
    return facts(
            java,
            "<session><ejb-name>Cart</ejb-name><ejb-class>app.CartBean</ejb-class></session>",
            transactions)
        .transactions()
        .stream()
        .map(each -> each.method() + " " + each.place().line() + " " + each.propagation())
        .toList();
  }

  private static String transaction(String method, String attribute) {
    return "<container-transaction><method><ejb-name>Cart</ejb-name>"
        + method
        + "</method><trans-attribute>"
        + attribute
        + "</trans-attribute></container-transaction>";
  }

  @Test
  void aNameComesBeforeTheStarWhereverItStands() {
    assertThat(
            transactions(
                BEAN,
                transaction("<method-name>show</method-name>", "Supports")
                    + transaction("<method-name>*</method-name>", "Required")))
        .containsExactly("add 3 REQUIRED", "add 4 REQUIRED", "show 5 SUPPORTS");
  }

  @Test
  void parametersTellOverloadedMethodsApart() {
    assertThat(
            transactions(
                BEAN,
                transaction(
                    "<method-name>add</method-name><method-params>"
                        + "<method-param>java.lang.String</method-param></method-params>",
                    "RequiresNew")))
        .containsExactly("add 3 REQUIRES_NEW");
  }

  @Test
  void theDescriptorHasTheLastWordOverAnnotations() {
    assertThat(
            transactions(
                "@javax.ejb.Stateless " + BEAN,
                transaction("<method-name>add</method-name>", "NotSupported")))
        .containsExactly("show 5 REQUIRED", "ejbCreate 6 REQUIRED");
  }

  @Test
  void withoutTransactionsThereAreNone() {
    assertThat(transactions(BEAN, "")).isEmpty();
    assertThat(transactions(BEAN, transaction("<method-name>*</method-name>", "Whatever")))
        .isEmpty();
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    assertThat(
            facts(
                    BEAN,
                    "<session><ejb-name>X</ejb-name><ejb-class>app.Gone</ejb-class></session>",
                    "")
                .unread())
        .containsExactly(
            new Unread("META-INF/ejb-jar.xml", 1, "names the class app.Gone, not in the sources"));
  }
}
