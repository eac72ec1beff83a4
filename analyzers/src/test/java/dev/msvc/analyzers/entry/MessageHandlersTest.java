package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageHandlersTest {
  @Test
  void typesOfBrokersWaitForMessages() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
                    import org.apache.rocketmq.spring.core.RocketMQListener;
                    @RocketMQMessageListener(topic = "orders", consumerGroup = "g")
                    class Orders implements RocketMQListener<String> {
                      public void onMessage(String order) {}
                    }
                    """)
                .java(
                    """
                    class Stock implements org.springframework.amqp.core.MessageListener {
                      public void onMessage(Object message) {}
                    }
                    """)
                .java("class Plain { public void onMessage(Object message) {} }")
                .entryPoints(new MessageHandlers()))
        .containsExactly(
            "listener app.Orders.onMessage -> app.Orders.onMessage on orders",
            "listener app.Stock.onMessage -> app.Stock.onMessage");
  }

  @Test
  void routesOfCamelStartOutside() {
    assertThat(
            new Fixture()
                .java(
                    """
                    class Routes extends org.apache.camel.builder.RouteBuilder {
                      static final String IN = "jms:orders";
                      public void configure() {
                        from(IN).to("direct:store");
                        from("direct:store").to("log:x");
                      }
                    }
                    """)
                .entryPoints(new MessageHandlers()))
        .containsExactly("listener app.Routes.configure -> app.Routes.configure on jms:orders");
  }

  @Test
  void bindingsNameFunctions() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.context.annotation.Bean;
                    class Config {
                      @Bean java.util.function.Consumer<String> pay() { return x -> {}; }
                      @Bean java.util.function.Consumer<String> unbound() { return x -> {}; }
                    }
                    """)
                .resource(
                    "",
                    "application.yml",
                    "spring.cloud.stream.bindings.pay-in-0.destination: payments")
                .entryPoints(new MessageHandlers()))
        .containsExactly("listener app.Config.pay -> app.Config.pay on payments");
  }
}
