package dev.msvc.analyzers.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlInjectionsTest {
  private static final String TYPES =
      """
      interface Store {}
      class DiskStore implements Store {}
      class Shop { Store store; void setStore(Store s) {} Shop() {} Shop(Store s) {} }
      """;

  private static List<String> wired(String beans) {
    return wired(TYPES, beans);
  }

  private static List<String> wired(String types, String beans) {
    return new Fixture().java(types).beans(beans).references(new XmlInjections());
  }

  @Test
  void aPropertyNamesTheBeanThatIsPutIn() {
    assertThat(
            wired(
                """
                <bean id="disk" class="app.DiskStore"/>
                <bean class="app.Shop"><property name="store" ref="disk"/></bean>
                <bean class="app.Unwired"><property name="store" ref="disk"/></bean>
                """))
        .containsExactly("Shop.store -> DiskStore");
  }

  @Test
  void argumentsInnerBeansShortFormsAndListsWire() {
    String expected = " -> DiskStore";
    String disk = "<bean id='disk' class='app.DiskStore'/>";
    assertThat(wired(disk + "<bean class='app.Shop'><constructor-arg ref='disk'/></bean>"))
        .containsExactly("Shop.<init>" + expected);
    assertThat(
            wired(
                "<bean class='app.Shop'><property name='store'><bean class='app.DiskStore'/>"
                    + "</property></bean>"))
        .containsExactly("Shop.store" + expected);
    assertThat(wired(disk + "<bean class='app.Shop' p:store-ref='disk'/>"))
        .containsExactly("Shop.store" + expected);
    assertThat(
            wired(
                disk
                    + "<bean class='app.Shop'><property name='all'><map><entry key='a'>"
                    + "<list><ref bean='disk'/></list></entry></map></property></bean>"))
        .containsExactly("Shop.all" + expected);
  }

  @Test
  void annotatedClassesArePutInByTheirNames() {
    String types =
        """
        import org.springframework.context.annotation.*;
        import org.springframework.stereotype.*;
        interface Store {}
        @Component("disk") class DiskStore implements Store {}
        @Repository class MemoryStore implements Store {}
        class TapeStore implements Store {}
        @Configuration class Stores { @Bean("tape") Store other() { return new TapeStore(); } }
        class Shop { Store store; }
        """;

    assertThat(wired(types, "<bean class='app.Shop' p:store-ref='disk'/>"))
        .containsExactly("Shop.store -> DiskStore");
    assertThat(wired(types, "<bean class='app.Shop' p:store-ref='memoryStore'/>"))
        .containsExactly("Shop.store -> MemoryStore");
    assertThat(wired(types, "<bean class='app.Shop' p:store-ref='tape'/>"))
        .containsExactly("Shop.store -> TapeStore");
    assertThat(
            wired(
                types,
                "<alias name='disk' alias='main'/><bean id='proxy' class='org.lib.ProxyBean'>"
                    + "<property name='target' ref='main'/></bean>"
                    + "<bean class='app.Shop' p:store-ref='proxy'/>"))
        .containsExactly("Shop.store -> DiskStore");
    assertThat(wired(types, "<bean class='app.Shop' p:store-ref='diskStore'/>")).isEmpty();
  }

  @Test
  void aliasesAndParentsAreFollowed() {
    assertThat(
            wired(
                """
                <bean id="disk" class="app.DiskStore"/>
                <alias name="disk" alias="storage"/>
                <bean id="base" abstract="true"><property name="store" ref="storage"/></bean>
                <bean id="shop" parent="base" class="app.Shop"/>
                """))
        .containsExactly("Shop.store -> DiskStore");
  }

  @Test
  void whatAProxyStandsBeforeIsPutIn() {
    assertThat(
            wired(
                """
                <bean id="disk" class="app.DiskStore"/>
                <bean id="Disk" class="org.springframework.aop.framework.ProxyFactoryBean">
                  <property name="target"><ref bean="disk"/></property>
                </bean>
                <bean class="app.Shop"><property name="store" ref="Disk"/></bean>
                """))
        .containsExactly("Shop.store -> DiskStore");
  }

  @Test
  void aFactoryGivesOutWhatItsMethodReturns() {
    assertThat(
            wired(
                TYPES + "class Stores { DiskStore local() { return null; } }",
                """
                <bean id="stores" class="app.Stores"/>
                <bean id="disk" factory-bean="stores" factory-method="local"/>
                <bean class="app.Shop"><property name="store" ref="disk"/></bean>
                """))
        .containsExactly("Shop.store -> DiskStore");
  }

  @Test
  void aFactoryBeanIsNotWhatItGivesOut() {
    String beans = "<bean id='made' class='app.Makes'/><bean class='app.Shop' p:store-ref='made'/>";

    assertThat(
            wired(
                TYPES
                    + "class Makes implements"
                    + " org.springframework.beans.factory.FactoryBean<DiskStore> { public DiskStore"
                    + " getObject() { return null; } }",
                beans))
        .containsExactly("Shop.store -> DiskStore");
    assertThat(
            wired(
                TYPES
                    + "class Makes extends"
                    + " org.springframework.orm.hibernate5.LocalSessionFactoryBean {}",
                beans))
        .as("what a library's gives out is not the system's")
        .isEmpty();
  }

  @Test
  void aFactoryThatDoesNotSayWhatItMakesStandsBeforeWhatItIsGiven() {
    String factory =
        TYPES
            + "class Redirects<T> implements org.springframework.beans.factory.FactoryBean<T> {"
            + " public T getObject() { return null; } }";
    String given =
        "<property name='usual' ref='disk'/><property name='shop' ref='shop'/>"
            + "<property name='self' ref='made'/>";

    assertThat(
            wired(
                factory,
                """
                <bean id="disk" class="app.DiskStore"/>
                <bean id="made" class="app.Redirects">
                  <property name="type" value="app.Store"/>%s
                </bean>
                <bean id="shop" class="app.Shop"><property name="store" ref="made"/></bean>
                """
                    .formatted(given)))
        .contains("Shop.store -> DiskStore")
        .doesNotContain("Shop.store -> Redirects", "Shop.store -> Shop");
    assertThat(
            wired(
                factory,
                """
                <bean id="disk" class="app.DiskStore"/>
                <bean id="made" class="app.Redirects">%s</bean>
                <bean id="shop" class="app.Shop"><property name="store" ref="made"/></bean>
                """
                    .formatted(given)))
        .as("no interface is named")
        .noneMatch(each -> each.startsWith("Shop.store"));
  }

  @Test
  void aNameOfSeveralContextsIsThatOfTheSameFileFirst() {
    assertThat(
            new Fixture()
                .java(TYPES + "class MemoryStore implements Store {}")
                .file("a.xml", "<beans><bean id='store' class='app.DiskStore'/></beans>")
                .file(
                    "b.xml",
                    "<beans><bean id='store' class='app.MemoryStore'/>"
                        + "<bean class='app.Shop' p:store-ref='store'/></beans>")
                .references(new XmlInjections()))
        .containsExactly("Shop.store -> MemoryStore");
  }

  @Test
  void namesMayComeFromProperties() {
    assertThat(
            new Fixture()
                .java(TYPES)
                .file("store.properties", "store.class=app.DiskStore\n")
                .beans(
                    "<bean id='store' class='${store.class}'/>"
                        + "<bean class='app.Shop' p:store-ref='${no.such:store}'/>")
                .references(new XmlInjections()))
        .containsExactly("Shop.store -> DiskStore");
  }

  @Test
  void circlesEndAndWhatIsNotThereIsNamed() {
    List<Unread> unread =
        new Fixture()
            .java(TYPES)
            .file("a.xml", "<beans><import resource='b.xml'/></beans>")
            .file("b.xml", "<beans><import resource='a.xml'/><import resource='c.xml'/></beans>")
            .beans(
                """
                <alias name="a" alias="b"/><alias name="b" alias="a"/>
                <bean id="x" parent="y"/><bean id="y" parent="x"/>
                <bean id="p" class="org.springframework.aop.framework.ProxyFactoryBean">
                  <property name="target" ref="p"/></bean>
                <bean class="app.Shop" p:store-ref="a" p:other-ref="p" p:third-ref="x"/>
                <bean class="app.Gone"/>
                <bean class="other.library.Thing"/>
                """)
            .facts(new XmlInjections())
            .unread();

    assertThat(unread)
        .containsExactlyInAnyOrder(
            new Unread("b.xml", 1, "imports c.xml, which is not there"),
            new Unread("beans.xml", 6, "names the class app.Gone, not in the sources"));
  }

  @Test
  void aBrokenFileHidesNoOther() {
    Fixture fixture =
        new Fixture()
            .java(TYPES)
            .file("broken.xml", "<beans><bean id='x' class='app.Shop'>")
            .beans("<bean id='d' class='app.DiskStore'/><bean class='app.Shop' p:store-ref='d'/>");

    assertThat(fixture.references(new XmlInjections())).hasSize(1);
    assertThat(fixture.facts(new XmlInjections()).unread())
        .extracting(Unread::file)
        .containsExactly("broken.xml");
  }
}
