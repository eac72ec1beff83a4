package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionAdviceTest {
  private static final String TYPES =
      """
      interface Orders { void save(); int find(); }
      class OrderService implements Orders {
        public void save() {}
        public int find() { return 0; }
        public void notOfTheInterface() {}
        void hidden() {}
      }
      class Unadvised { public void save() {} }
      """;
  private static final String TARGET = "<bean id='orders' class='app.OrderService'/>";
  private static final String INTERCEPTOR =
      """
      <bean id="tx" class="org.springframework.transaction.interceptor.TransactionInterceptor">
        <property name="transactionAttributes"><props>
          <prop key="f*">PROPAGATION_SUPPORTS,readOnly</prop>
          <prop key="*">${tx.mode}</prop>
        </props></property>
      </bean>
      """;

  private static FactCollector facts(String beans) {
    return new Fixture()
        .java(TYPES)
        .resource("", "beans.xml", "<beans>" + beans + "</beans>")
        .resource("", "tx.properties", "tx.mode=PROPAGATION_REQUIRES_NEW\n")
        .facts(new Transactions());
  }

  private static List<String> transactions(String beans) {
    FactCollector facts = facts(beans);
    assertThat(facts.transactions()).allMatch(each -> each.certainty() == Certainty.INFERRED);
    return facts.transactions().stream()
        .map(
            each ->
                each.className().replace("app.", "")
                    + "."
                    + each.method()
                    + " "
                    + each.propagation()
                    + (each.readOnly() ? " read-only" : ""))
        .sorted()
        .toList();
  }

  @Test
  void aProxyWithAnInterceptorIsForMethodsOfItsInterface() {
    assertThat(
            transactions(
                TARGET
                    + INTERCEPTOR
                    + """
                    <bean id="Orders" class="org.springframework.aop.framework.ProxyFactoryBean">
                      <property name="proxyInterfaces" value="app.Orders"/>
                      <property name="target" ref="orders"/>
                      <property name="interceptorNames">
                        <list><idref bean="other"/><idref bean="tx"/></list>
                      </property>
                    </bean>
                    """))
        .containsExactly("OrderService.find SUPPORTS read-only", "OrderService.save REQUIRES_NEW");
  }

  @Test
  void aProxyForTransactionsMayTakeItsAttributesFromATemplate() {
    assertThat(
            transactions(
                TARGET
                    + """
                    <bean id="base" abstract="true"
                        class="org.springframework.transaction.interceptor.TransactionProxyFactoryBean">
                      <property name="transactionAttributes"><props>
                        <prop key="save*">PROPAGATION_REQUIRED,-Exception</prop>
                      </props></property>
                    </bean>
                    <bean id="Orders" parent="base"><property name="target" ref="orders"/></bean>
                    """))
        .containsExactly("OrderService.save REQUIRED");
  }

  @Test
  void whereTheTargetIsNoOnesHereTheInterfaceIsMeant() {
    assertThat(
            transactions(
                INTERCEPTOR
                    + """
                    <bean id="Orders" class="org.springframework.aop.framework.ProxyFactoryBean">
                      <property name="proxyInterfaces" value="app.Orders"/>
                      <property name="target" ref="of.a.library"/>
                      <property name="interceptorNames" value="tx"/>
                    </bean>
                    """))
        .containsExactly("Orders.find SUPPORTS read-only", "Orders.save REQUIRES_NEW");
  }

  @Test
  void beansAreProxiedByTheirNames() {
    assertThat(
            transactions(
                TARGET
                    + INTERCEPTOR
                    + """
                    <bean id="unadvised" class="app.Unadvised"/>
                    <bean class="org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator">
                      <property name="beanNames" value="ord*"/>
                      <property name="interceptorNames" value="tx"/>
                    </bean>
                    """))
        .containsExactly("OrderService.find SUPPORTS read-only", "OrderService.save REQUIRES_NEW");
  }

  @Test
  void anAdviceIsForWhatItsPointcutSelects() {
    String advice =
        """
        <tx:advice xmlns:tx="t" id="tx"><tx:attributes>
          <tx:method name="find" read-only="true"/><tx:method name="*" propagation="MANDATORY"/>
        </tx:attributes></tx:advice>
        """;
    assertThat(
            transactions(
                TARGET
                    + advice
                    + """
                    <aop:config xmlns:aop="a">
                      <aop:pointcut id="services" expression="execution(* app.*Service.*(..))"/>
                      <aop:advisor advice-ref="tx" pointcut-ref="services"/>
                    </aop:config>
                    """))
        .containsExactly(
            "OrderService.find REQUIRED read-only",
            "OrderService.notOfTheInterface MANDATORY",
            "OrderService.save MANDATORY");
    assertThat(
            transactions(
                advice
                    + """
                    <aop:config xmlns:aop="a">
                      <aop:advisor advice-ref="tx" pointcut="execution(* app.*.*(..))"/>
                    </aop:config>
                    """))
        .as("no bean, no transaction")
        .isEmpty();
  }

  @Test
  void anAdviceWithoutTransactionsAddsNone() {
    assertThat(
            transactions(
                TARGET
                    + """
                    <bean id="log" class="app.Unadvised"/>
                    <bean id="Orders" class="org.springframework.aop.framework.ProxyFactoryBean">
                      <property name="target" ref="orders"/>
                      <property name="interceptorNames" value="log"/>
                    </bean>
                    <aop:config xmlns:aop="a">
                      <aop:advisor advice-ref="log" pointcut="execution(* app.*.*(..))"/>
                    </aop:config>
                    """))
        .isEmpty();
  }

  @Test
  void aPointcutThatIsNotUnderstoodIsNamed() {
    assertThat(
            facts(
                    INTERCEPTOR
                        + """
                        <aop:config xmlns:aop="a">
                          <aop:advisor advice-ref="tx" pointcut="cflow(x)"/>
                        </aop:config>
                        """)
                .unread())
        .containsExactly(new Unread("beans.xml", 8, "pointcut not understood: cflow(x)"));
  }
}
