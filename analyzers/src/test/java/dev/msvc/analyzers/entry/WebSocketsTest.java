package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebSocketsTest {
  @Test
  void whatABrowserCallsOnAnEndpointIsAnEntryPoint() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import javax.websocket.*;
                    @javax.websocket.server.ServerEndpoint(value = "/prices", decoders = In.class)
                    class Prices {
                      @OnOpen public void open(Session session) {}
                      @OnMessage public void ask(String text) {}
                      @OnMessage public void bytes(byte[] data) {}
                      @OnClose public void close() {}
                      @OnError public void error(Throwable cause) {}
                      public void other(String text) {}
                    }
                    """)
                .java(
                    """
                    @jakarta.websocket.server.ServerEndpoint("/chat")
                    class Chat { @jakarta.websocket.OnMessage public void said(String text) {} }
                    """)
                .entryPoints(new WebSockets()))
        .containsExactly(
            "listener app.Chat.said -> app.Chat.said on /chat",
            "listener app.Prices.ask -> app.Prices.ask on /prices",
            "listener app.Prices.bytes -> app.Prices.bytes on /prices",
            "listener app.Prices.close -> app.Prices.close on /prices",
            "listener app.Prices.open -> app.Prices.open on /prices");
  }

  @Test
  void clientsOfWebSocketsAreNoEntryPoints() {
    assertThat(
            new Fixture()
                .java(
                    """
                    @javax.websocket.ClientEndpoint
                    class Client { @javax.websocket.OnMessage public void told(String text) {} }
                    """)
                .entryPoints(new WebSockets()))
        .isEmpty();
  }
}
