package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.ReferenceKind;
import org.junit.jupiter.api.Test;

class ListenersTest {
  @Test
  void messageListenersNameWhatTheyListenTo() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.amqp.rabbit.annotation.*;
                    import org.springframework.jms.annotation.JmsListener;
                    import org.springframework.kafka.annotation.KafkaListener;
                    class Inbox {
                      @KafkaListener(topics = {"orders", "${topic}"}) void kafka(String s) {}
                      @RabbitListener(queues = "mail") void rabbit(String s) {}
                      @RabbitListener(bindings = @QueueBinding(value = @Queue("bound"), key = "k"))
                      void bound(String s) {}
                      @JmsListener(destination = "jms.q") void jms(String s) {}
                    }
                    """)
                .java(
                    """
                    class Plain implements javax.jms.MessageListener {
                      public void onMessage(javax.jms.Message message) {}
                    }
                    """)
                .resource("", "src/main/resources/application.yml", "topic: payments\n")
                .entryPoints(new Listeners()))
        .containsExactly(
            "listener app.Inbox.bound -> app.Inbox.bound on bound",
            "listener app.Inbox.jms -> app.Inbox.jms on jms.q",
            "listener app.Inbox.kafka -> app.Inbox.kafka on orders",
            "listener app.Inbox.kafka (payments) -> app.Inbox.kafka on payments",
            "listener app.Inbox.rabbit -> app.Inbox.rabbit on mail",
            "listener app.Plain.onMessage -> app.Plain.onMessage");
  }

  @Test
  void listenersOfMicronautAndNotItsClientsThatNameTheSame() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import io.micronaut.configuration.kafka.annotation.*;
                    @KafkaListener(offsetReset = OffsetReset.EARLIEST)
                    class Kafka {
                      @Topic("orders") @Topic("${topic}") void heard(String s) {}
                      @Topic(patterns = "log-.*") void logged(String s) {}
                      void none(String s) {}
                    }
                    """)
                .java(
                    """
                    import io.micronaut.configuration.kafka.annotation.*;
                    @KafkaClient interface Sender { @Topic("orders") void send(String s); }
                    """)
                .java(
                    """
                    import io.micronaut.rabbitmq.annotation.*;
                    @RabbitListener class Rabbit { @Queue("mail") void mail(String s) {} }
                    """)
                .java(
                    """
                    import io.micronaut.jms.annotations.*;
                    @JMSListener("factory") class Jms {
                      @Queue("q") void queue(String s) {}
                      @Topic("t") void topic(String s) {}
                    }
                    """)
                .java(
                    """
                    import io.micronaut.nats.annotation.*;
                    @NatsListener class Nats { @Subject("s") void subject(String s) {} }
                    """)
                .java(
                    """
                    import io.micronaut.mqtt.annotation.*;
                    @MqttSubscriber class Mqtt { @Topic("m") void topic(String s) {} }
                    """)
                .resource("", "src/main/resources/application.yml", "topic: payments\n")
                .entryPoints(new Listeners()))
        .containsExactly(
            "listener app.Jms.queue -> app.Jms.queue on q",
            "listener app.Jms.topic -> app.Jms.topic on t",
            "listener app.Kafka.heard -> app.Kafka.heard on orders",
            "listener app.Kafka.heard (payments) -> app.Kafka.heard on payments",
            "listener app.Kafka.logged -> app.Kafka.logged on log-.*",
            "listener app.Mqtt.topic -> app.Mqtt.topic on m",
            "listener app.Nats.subject -> app.Nats.subject on s",
            "listener app.Rabbit.mail -> app.Rabbit.mail on mail");
  }

  private static Fixture events() {
    return new Fixture()
        .java("class Placed {}")
        .java("class Paid {}")
        .java(
            """
            import org.springframework.context.*;
            import org.springframework.context.event.EventListener;
            import org.springframework.transaction.event.TransactionalEventListener;
            class Mails implements ApplicationListener<Paid> {
              @EventListener void placed(Placed event) {}
              @EventListener(Paid.class) void silent() {}
              @TransactionalEventListener void late(Placed event) {}
              public void onApplicationEvent(Paid event) {}
            }
            """)
        .java(
            """
            import javax.enterprise.event.*;
            class Cdi {
              Event<Paid> paid;
              void heard(@Observes Placed event) {}
              void fire() { paid.fire(new Paid()); }
            }
            """)
        .java(
            """
            import org.springframework.context.ApplicationEventPublisher;
            class Orders {
              private final ApplicationEventPublisher publisher = null;
              void place() { Placed event = new Placed(); publisher.publishEvent(event); }
            }
            """)
        .java(
            """
            import org.springframework.data.domain.AbstractAggregateRoot;
            class Order extends AbstractAggregateRoot<Order> {
              void pay() { registerEvent(new Paid()); }
            }
            """);
  }

  @Test
  void listenersToEventsAreWaysIn() {
    assertThat(events().entryPoints(new Listeners()))
        .containsExactly(
            "listener app.Cdi.heard -> app.Cdi.heard on app.Placed",
            "listener app.Mails.late -> app.Mails.late on app.Placed",
            "listener app.Mails.onApplicationEvent -> app.Mails.onApplicationEvent on app.Paid",
            "listener app.Mails.placed -> app.Mails.placed on app.Placed",
            "listener app.Mails.silent -> app.Mails.silent on app.Paid");
  }

  @Test
  void aListenerThatSortsEventsItselfIsAWayIn() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.context.ApplicationEvent;
                    import org.springframework.context.event.*;
                    class Start implements GenericApplicationListener {
                      public void onApplicationEvent(ApplicationEvent event) {}
                    }
                    """)
                .java(
                    """
                    class NoListener { public void onApplicationEvent(Object event) {} }
                    """)
                .entryPoints(new Listeners()))
        .containsExactly(
            "listener app.Start.onApplicationEvent -> app.Start.onApplicationEvent on"
                + " org.springframework.context.ApplicationEvent");
  }

  @Test
  void eventsLinkThoseWhoPublishWithThoseWhoHear() {
    assertThat(events().references(ReferenceKind.EVENT_HANDLED, new Listeners()))
        .containsExactly(
            "app.Cdi.heard -> app.Placed",
            "app.Mails.late -> app.Placed",
            "app.Mails.onApplicationEvent -> app.Paid",
            "app.Mails.placed -> app.Placed",
            "app.Mails.silent -> app.Paid");
    assertThat(events().references(ReferenceKind.EVENT_PUBLISHED, new Listeners()))
        .containsExactly(
            "app.Cdi.fire -> app.Paid",
            "app.Order.pay -> app.Paid",
            "app.Orders.place -> app.Placed");
  }

  @Test
  void aListenerThatAnAbstractClassMakesIsOneOfEachClassBelow() {
    Fixture fixture =
        new Fixture()
            .java("class Paid extends org.springframework.context.ApplicationEvent {}")
            .java("class Sent extends org.springframework.context.ApplicationEvent {}")
            .java(
                """
                import org.springframework.context.*;
                abstract class Base<E extends ApplicationEvent> implements ApplicationListener<E> {
                  public final void onApplicationEvent(E event) { on(event); }
                  protected abstract void on(E event);
                }
                """)
            .java("class OnPaid extends Base<Paid> { protected void on(Paid event) {} }")
            .java("class OnSent extends Base<Sent> { protected void on(Sent event) {} }")
            .java(
                """
                abstract class Hearing {
                  @org.springframework.context.event.EventListener void heard(Paid event) {}
                }
                """)
            .java("class Hears extends Hearing {}");

    assertThat(fixture.entryPoints(new Listeners()))
        .containsExactly(
            "listener app.Hears.heard -> app.Hears.heard on app.Paid",
            "listener app.OnPaid.onApplicationEvent -> app.OnPaid.onApplicationEvent on app.Paid",
            "listener app.OnSent.onApplicationEvent -> app.OnSent.onApplicationEvent on app.Sent");
    assertThat(fixture.references(ReferenceKind.EVENT_HANDLED, new Listeners()))
        .containsExactly(
            "app.Hears.heard -> app.Paid",
            "app.OnPaid.onApplicationEvent -> app.Paid",
            "app.OnSent.onApplicationEvent -> app.Sent");
  }

  private static Fixture bus(String annotation, String bus) {
    return new Fixture()
        .java("public class Change {}")
        .java("public class Renamed extends Change {}")
        .java(
            """
            class Names {
              @%s public void renamed(Renamed event) {}
              @%s public void none() {}
            }
            """
                .formatted(annotation, annotation))
        .java(
            """
            class Accounts {
              private %s bus; private Accounts other;
              void rename() { final Change event = new Renamed(); bus.post(event); }
              void change(Change given) { bus.postFromTransaction(given, 1); other.post(given); }
              void post(Change given) {}
            }
            """
                .formatted(bus));
  }

  @Test
  void whatABusCallsByItsAnnotationListensToItsParameter() {
    for (String each :
        new String[] {
          "com.google.common.eventbus",
          "org.greenrobot.eventbus",
          "org.acme.commons.eventbus",
          "org.acme.bus.api"
        }) {
      Fixture fixture = bus(each + ".Subscribe", each + ".PersistentBus");

      assertThat(fixture.entryPoints(new Listeners()))
          .containsExactly("listener app.Names.renamed -> app.Names.renamed on app.Renamed");
      assertThat(fixture.references(ReferenceKind.EVENT_HANDLED, new Listeners()))
          .containsExactly("app.Names.renamed -> app.Renamed");
      assertThat(fixture.references(ReferenceKind.EVENT_PUBLISHED, new Listeners()))
          .containsExactly(
              "app.Accounts.change -> app.Change", "app.Accounts.rename -> app.Renamed");
    }
  }

  @Test
  void anAnnotationOfThatNameIsOneOfABusOnlyWhereCodeLooksForIt() {
    String own = "package own; public @interface Subscribe {}";

    assertThat(bus("own.Subscribe", "own.Bus").java(own).entryPoints(new Listeners())).isEmpty();
    assertThat(bus("io.acme.mail.Subscribe", "own.Bus").entryPoints(new Listeners())).isEmpty();
    assertThat(
            bus("own.Subscribe", "own.Bus")
                .java(own)
                .java(
                    """
                    package own;
                    class Bus {
                      boolean is(java.lang.reflect.Method each) {
                        return each.isAnnotationPresent(Subscribe.class);
                      }
                    }
                    """)
                .entryPoints(new Listeners()))
        .containsExactly("listener app.Names.renamed -> app.Names.renamed on app.Renamed");
  }
}
