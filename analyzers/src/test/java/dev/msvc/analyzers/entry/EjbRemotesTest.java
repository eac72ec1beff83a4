package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EjbRemotesTest {
  @Test
  void methodsOfRemoteViewsAreWaysIn() {
    assertThat(
            new Fixture()
                .java("@javax.ejb.Remote interface Bank { void pay(int sum); }")
                .java("interface Other { void other(); }")
                .java(
                    """
                    @javax.ejb.Stateless
                    class BankBean implements Bank, Other {
                      public void pay(int sum) {}
                      public void other() {}
                    }
                    """)
                .java(
                    """
                    @jakarta.ejb.Singleton @jakarta.ejb.Remote(Other.class)
                    class Second implements Other { public void other() {} }
                    """)
                .entryPoints(new EjbRemotes()))
        .containsExactly(
            "ejb app.BankBean.pay -> app.BankBean.pay", "ejb app.Second.other -> app.Second.other");
  }

  @Test
  void messageDrivenBeansListenToTheirDestination() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import javax.ejb.*;
                    import javax.jms.*;
                    @MessageDriven(activationConfig = {
                      @ActivationConfigProperty(propertyName = "destinationType",
                          propertyValue = "javax.jms.Queue"),
                      @ActivationConfigProperty(propertyName = "destination",
                          propertyValue = "jms/Orders")})
                    public class Orders implements MessageListener {
                      public void onMessage(Message message) {}
                    }
                    """)
                .entryPoints(new EjbRemotes()))
        .containsExactly("listener app.Orders.onMessage -> app.Orders.onMessage on jms/Orders");
  }
}
