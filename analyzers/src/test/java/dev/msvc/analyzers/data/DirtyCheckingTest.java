package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirtyCheckingTest {
  private static final String ENTITIES =
      """
      package a;
      import jakarta.persistence.*;
      import java.util.*;
      @Entity @Table(name = "orders") class Order {
        @Id Long id;
        String state;
        @Embedded Address address;
        @ManyToOne Customer customer;
        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Line> lines;
        @ManyToMany Set<Tag> tags;
        @Transient String note;
        Order(String state) { this.state = state; }
        void setState(String state) { this.state = state; }
        String getState() { return state; }
        void setNote(String note) { this.note = note; }
        void cancel() { setState("cancelled"); }
        void drop(Line line) { lines.remove(line); }
        void add(Line line) { this.lines.add(line); }
        Address getAddress() { if (address == null) { address = new Address(); } return address; }
        Customer getCustomer() { return customer; }
        List<Line> getLines() { return lines; }
        Set<Tag> getTags() { return tags; }
      }
      @Embeddable class Address { String city; void setCity(String city) { this.city = city; } }
      @Entity @Table(name = "customers") class Customer {
        @Id Long id;
        String name;
        void setName(String name) { this.name = name; }
      }
      @Entity @Table(name = "lines") class Line { @Id Long id; @ManyToOne Order order; }
      @Entity @Table(name = "tags") class Tag { @Id Long id; }
      """;

  private static final String REPOSITORY =
      """
      package a;
      interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
      """;

  private static List<String> changes(String... services) {
    String[] all = new String[services.length + 2];
    all[0] = ENTITIES;
    all[1] = REPOSITORY;
    System.arraycopy(services, 0, all, 2, services.length);
    return Fixture.accesses(
            Fixture.of(all)
                .facts(
                    new EntityMappings(),
                    new SpringDataRepositories(),
                    new JpaCalls(),
                    new DirtyChecking()))
        .stream()
        .filter(each -> each.endsWith(AccessVia.DIRTY_CHECKING.name()))
        .map(each -> each.substring(0, each.lastIndexOf(' ')))
        .toList();
  }

  @Test
  void whoChangesAManagedEntityInATransactionWritesItsTable() {
    assertThat(
            changes(
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                import java.util.*;
                @Transactional
                class Desk {
                  Orders orders;
                  public void pay(Long id) {
                    Order order = orders.findById(id).orElseThrow();
                    order.setState("paid");
                  }
                  public void cancel(Long id) { orders.findById(id).ifPresent(each -> each.cancel()); }
                  public void all() { for (Order each : orders.findAll()) { each.setState("seen"); } }
                  public void move(Long id) { orders.getReferenceById(id).getAddress().setCity("Lyon"); }
                  public void rename(Long id) { orders.findById(id).get().getCustomer().setName("Eve"); }
                }
                """))
        .containsExactly(
            "UPDATE customers Desk.rename",
            "UPDATE orders Desk.all",
            "UPDATE orders Desk.cancel",
            "UPDATE orders Desk.move",
            "UPDATE orders Desk.pay");
  }

  @Test
  void aUnitOfWorkOfTheSystemsOwnMayRunAnyMethodSoItsChangesAreGuessed() {
    String unit =
        """
        package a;
        class Unit {
          org.hibernate.Session session;
          void complete() { session.getTransaction().commit(); }
        }
        """;
    String desk =
        """
        package a;
        class Desk {
          jakarta.persistence.EntityManager manager;
          void pay(Long id) { manager.find(Order.class, id).setState("paid"); }
          void open(Order order) { manager.persist(order); }
        }
        """;

    assertThat(changes(unit, desk)).containsExactly("UPDATE orders Desk.pay");
    assertThat(
            Fixture.of(ENTITIES, unit, desk)
                .facts(new EntityMappings(), new JpaCalls(), new DirtyChecking())
                .accesses()
                .stream()
                .filter(each -> each.via() == AccessVia.DIRTY_CHECKING)
                .map(Access::certainty))
        .containsExactly(Certainty.GUESSED);
    // nothing is committed: what is loaded may be detached
    assertThat(changes(desk)).isEmpty();
  }

  @Test
  void whoHearsAnEventOfATransactionChangesInIt() {
    assertThat(
            changes(
                """
                package a;
                import org.springframework.context.ApplicationEventPublisher;
                import org.springframework.context.event.EventListener;
                import org.springframework.scheduling.annotation.Async;
                import org.springframework.transaction.annotation.Transactional;
                class Merged { Long id; }
                class Sent { Long id; }
                class Desk {
                  ApplicationEventPublisher events;
                  @Transactional public void merge() { events.publishEvent(new Merged()); }
                  public void send() { events.publishEvent(new Sent()); }
                }
                class Hearing {
                  Orders orders;
                  @EventListener public void now(Merged event) {
                    orders.findById(event.id).get().setState("merged");
                  }
                  @Async @EventListener public void later(Merged event) {
                    orders.findById(event.id).get().setState("later");
                  }
                  @EventListener public void outside(Sent event) {
                    orders.findById(event.id).get().setState("sent");
                  }
                }
                """))
        .containsExactly("UPDATE orders Hearing.now");
  }

  @Test
  void collectionsWriteTheTablesThatHoldThem() {
    assertThat(
            changes(
                """
                package a;
                import jakarta.ejb.Stateless;
                import jakarta.persistence.*;
                @Stateless
                public class Desk {
                  EntityManager em;
                  public void add(long id) { em.find(Order.class, id).add(new Line()); }
                  public void drop(long id, Line line) { em.find(Order.class, id).drop(line); }
                  public void tag(long id, long tag) {
                    Order order = em.find(Order.class, id);
                    order.getTags().add(em.find(Tag.class, tag));
                  }
                  public void untag(long id) { em.find(Order.class, id).getTags().clear(); }
                  public void look(long id) { em.find(Order.class, id).getTags().contains(null); }
                }
                """))
        .containsExactly(
            "DELETE lines Desk.drop",
            "DELETE orders_tags Desk.untag",
            "INSERT lines Desk.add",
            "INSERT orders_tags Desk.tag");
  }

  @Test
  void managedEntitiesAreFollowedThroughMethods() {
    assertThat(
            changes(
                """
                package a;
                class Finder {
                  Orders orders;
                  Order find(Long id) { return orders.findById(id).orElseThrow(); }
                }
                """,
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                class Desk {
                  Finder finder;
                  @Transactional public void pay(Long id) { settle(finder.find(id)); }
                  private void settle(Order order) { order.setState("paid"); }
                }
                """))
        .containsExactly("UPDATE orders Desk.settle");
  }

  @Test
  void whatIsNoChangeOfAManagedEntityIsNone() {
    assertThat(
            changes(
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                public class Desk {
                  Orders orders;
                  Desk desk;
                  public void outside(Long id) { orders.findById(id).get().setState("lost"); }
                  @Transactional(readOnly = true)
                  public void reading(Long id) { orders.findById(id).get().setState("lost"); }
                  @Transactional public void given(Order order) { order.setState("detached"); }
                  @Transactional public void create() { Order made = new Order("a"); made.setState("b"); }
                  @Transactional public void notMapped(Long id) { orders.findById(id).get().setNote("x"); }
                  @Transactional public String looks(Long id) {
                    orders.findById(id).get().getAddress();
                    return orders.findById(id).get().getState();
                  }
                  @Transactional public void stored(Long id) {
                    Order order = orders.findById(id).get();
                    order.setState("stored");
                    orders.save(order);
                  }
                  Dao dao;
                  @Transactional public void storedElsewhere() {
                    java.util.List<Order> all = orders.findAll();
                    for (Order each : all) { each.setState("stored"); }
                    dao.storeAll(all);
                  }
                }
                interface Dao { void storeAll(java.util.List<Order> all); }
                """))
        .isEmpty();
  }

  @Test
  void changesThatNobodyStoresCountBesideOthers() {
    assertThat(
            changes(
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                public class Desk {
                  Orders orders;
                  Dao dao;
                  @Transactional public void both(Long id, Customer by) {
                    orders.findById(id).get().setState("changed");
                    dao.save(by);
                  }
                }
                interface Dao { void save(Customer customer); void storeAll(java.util.List<Order> all); }
                """))
        .containsExactly("UPDATE orders Desk.both");
  }

  @Test
  void whatIsRemovedIsNotWrittenUnlessItIsRemovedOnACondition() {
    assertThat(
            changes(
                """
                package a;
                import jakarta.persistence.EntityManager;
                import java.util.*;
                @org.springframework.transaction.annotation.Transactional
                public class Cleaning {
                  EntityManager em;
                  public void drop(long id) {
                    Order order = em.find(Order.class, id);
                    order.setState("gone");
                    em.remove(order);
                  }
                  public void dropOrClose(boolean drop) {
                    Iterator<Order> all = em.createQuery("from Order", Order.class).getResultList().iterator();
                    while (all.hasNext()) {
                      Order order = all.next();
                      if (drop) {
                        order.setState("gone");
                        em.remove(order);
                      } else {
                        order.setState("closed");
                      }
                    }
                  }
                  public void dropOne(long id, long other) {
                    Order gone = em.find(Order.class, id);
                    em.remove(gone);
                    Order kept = em.find(Order.class, other);
                    kept.setState("closed");
                  }
                }
                """))
        .containsExactly("UPDATE orders Cleaning.dropOne", "UPDATE orders Cleaning.dropOrClose");
  }

  @Test
  void namesThatLeadToEachOtherEnd() {
    assertThat(
            changes(
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                public class Desk {
                  @Transactional public void spin(Order a, Order b) {
                    a = b; b = a; a = pick(b); b = pick(a);
                    a.setState("round");
                  }
                  Order pick(Order from) { return pick(from); }
                }
                """))
        .isEmpty();
  }

  @Test
  void hibernatesXmlSaysWhichOrphansAreRemoved() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                import org.hibernate.Session;
                import java.util.*;
                class Box { Long id; Set<Lid> lids; Set<Tape> tapes;
                  Set<Lid> getLids() { return lids; } Set<Tape> getTapes() { return tapes; } }
                class Lid { Long id; }
                class Tape { Long id; }
                public class Boxes {
                  Session session;
                  @Transactional public void open(Long id, Lid lid, Tape tape) {
                    Box box = session.get(Box.class, id);
                    box.getLids().remove(lid);
                    box.getTapes().remove(tape);
                  }
                }
                """)
            .with(
                "a/Box.hbm.xml",
                """
                <hibernate-mapping package="a">
                  <class name="Box" table="boxes">
                    <id name="id"/>
                    <set name="lids" inverse="true" cascade="all,delete-orphan">
                      <key column="box"/><one-to-many class="Lid"/>
                    </set>
                    <set name="tapes" inverse="true" cascade="all">
                      <key column="box"/><one-to-many class="Tape"/>
                    </set>
                  </class>
                  <class name="Lid" table="lids"><id name="id"/></class>
                  <class name="Tape" table="tapes"><id name="id"/></class>
                </hibernate-mapping>
                """)
            .facts(new EntityMappings(), new JpaCalls(), new DirtyChecking());

    assertThat(Fixture.accesses(facts))
        .filteredOn(each -> each.endsWith("DIRTY_CHECKING"))
        .containsExactly("DELETE lids Boxes.open DIRTY_CHECKING");
  }

  @Test
  void whatWasDetachedIsNotWrittenByItself() {
    assertThat(
            changes(
                """
                package a;
                import jakarta.persistence.*;
                import org.springframework.transaction.annotation.Transactional;
                import java.util.*;
                @Transactional
                public class Desk {
                  EntityManager em;
                  org.hibernate.Session session;
                  public void detached(Long id, boolean hides) {
                    Order order = em.find(Order.class, id);
                    em.detach(order);
                    if (hides) { order.setState(null); }
                  }
                  public void evicted(Long id) {
                    Order order = session.get(Order.class, id);
                    session.evict(order);
                    order.cancel();
                    order.getTags().clear();
                  }
                  public void cleared(Long id) {
                    Order order = em.find(Order.class, id);
                    em.clear();
                    order.cancel();
                  }
                  public Order given(Long id) {
                    Order order = em.find(Order.class, id);
                    em.detach(order);
                    return order;
                  }
                  public void uses(Long id) { given(id).cancel(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void whatMayStillBeManagedIsWritten() {
    assertThat(
            changes(
                """
                package a;
                import jakarta.persistence.*;
                import org.springframework.transaction.annotation.Transactional;
                import java.util.*;
                @Transactional
                public class Desk {
                  EntityManager em;
                  public void before(Long id) {
                    Order order = em.find(Order.class, id);
                    order.cancel();
                    em.flush();
                    em.detach(order);
                  }
                  public void another(Long id) {
                    Order order = em.find(Order.class, id);
                    Order other = em.find(Order.class, 1L);
                    em.detach(other);
                    order.cancel();
                  }
                  public void onCondition(Long id, boolean hides) {
                    Order order = em.find(Order.class, id);
                    if (hides) { em.detach(order); }
                    order.cancel();
                  }
                  public void inCase(Long id, int kind) {
                    Order order = em.find(Order.class, id);
                    switch (kind) {
                      case 1: em.detach(order); break;
                      default: order.cancel();
                    }
                  }
                  public void again(Long id) {
                    Order order = em.find(Order.class, id);
                    em.detach(order);
                    order = em.find(Order.class, id);
                    order.cancel();
                  }
                  public void afterwards(Long id) {
                    em.clear();
                    Order order = em.find(Order.class, id);
                    order.cancel();
                  }
                  public void inBatches(List<Long> ids) {
                    int done = 0;
                    for (Long each : ids) {
                      Order order = em.find(Order.class, each);
                      order.cancel();
                      if (++done % 50 == 0) { em.flush(); em.clear(); }
                    }
                  }
                  public void lent(Long id, Set<Long> seen) {
                    Order order = em.find(Order.class, id);
                    seen.clear();
                    order.cancel();
                  }
                }
                """))
        .containsExactly(
            "UPDATE orders Desk.afterwards",
            "UPDATE orders Desk.again",
            "UPDATE orders Desk.another",
            "UPDATE orders Desk.before",
            "UPDATE orders Desk.inBatches",
            "UPDATE orders Desk.inCase",
            "UPDATE orders Desk.lent",
            "UPDATE orders Desk.onCondition");
  }

  @Test
  void whatIsPutIntoACollectionIsStoredWherePersistGoesOn() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Order {
                  @Id Long id;
                  @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST) List<Line> lines;
                  @OneToMany(mappedBy = "order", cascade = CascadeType.MERGE) List<Note> notes;
                  List<Line> getLines() { return lines; }
                  List<Note> getNotes() { return notes; }
                }
                @Entity class Line { @Id Long id; @ManyToOne Order order; }
                @Entity class Note { @Id Long id; @ManyToOne Order order; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                import org.springframework.transaction.annotation.Transactional;
                @Transactional
                public class Desk {
                  EntityManager em;
                  public void add(Long id) {
                    Order order = em.find(Order.class, id);
                    order.getLines().add(new Line());
                    order.getNotes().add(new Note());
                  }
                }
                """)
            .facts(new EntityMappings(), new JpaCalls(), new DirtyChecking());

    assertThat(Fixture.accesses(facts))
        .filteredOn(each -> each.endsWith("DIRTY_CHECKING"))
        .containsExactly("INSERT Line Desk.add DIRTY_CHECKING");
  }

  @Test
  void whoFollowsARelationOfAManagedEntityReadsItsTable() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Order {
                  @Id Long id;
                  @ManyToOne Customer customer;
                  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL) List<Line> lines;
                  @ElementCollection List<String> notes;
                  Customer getCustomer() { return customer; }
                  List<Line> getLines() { return lines; }
                  List<String> getNotes() { return notes; }
                }
                @Entity class Customer { @Id Long id; String name;
                  Long getId() { return id; } String getName() { return name; } }
                @Entity class Line { @Id Long id; @ManyToOne Order order; Order getOrder() { return order; } }
                interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
                interface Lines extends org.springframework.data.jpa.repository.JpaRepository<Line, Long> {}
                """,
                """
                package a;
                import org.springframework.transaction.annotation.Transactional;
                @Transactional
                public class Desk {
                  Orders orders;
                  Lines lines;
                  public String name(Long id) { return orders.findById(id).get().getCustomer().getName(); }
                  public Long key(Long id) { return orders.findById(id).get().getCustomer().getId(); }
                  public int all(Long id) {
                    for (Line each : orders.findById(id).get().getLines()) { each.hashCode(); }
                    return orders.findById(id).get().getNotes().size();
                  }
                  public void note(Long id) { orders.findById(id).get().getNotes().add("seen"); }
                  public Object whole(Long id) { return lines.findById(id).get().getOrder().getNotes(); }
                  public String given(Order detached) { return detached.getCustomer().getName(); }
                }
                """,
                """
                package a;
                class Mapper { String name(Order order) { return order.getCustomer().getName(); } }
                """)
            .facts(new EntityMappings(), new DirtyChecking());

    assertThat(Fixture.accesses(facts))
        .filteredOn(each -> each.endsWith("FETCH"))
        .containsExactly(
            "SELECT Customer Desk.name FETCH",
            "SELECT Line Desk.all FETCH",
            "SELECT Order_notes Desk.all FETCH");
  }
}
