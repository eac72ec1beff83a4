package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketHandlersTest {
  @Test
  void aRegistryGivesHandlersTheirPaths() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.web.socket.handler.TextWebSocketHandler;
                    class Chat extends TextWebSocketHandler {
                      protected void handleTextMessage(Object session, Object message) {}
                      void helper(Object x) {}
                    }
                    """)
                .java(
                    """
                    class Lost implements org.springframework.web.socket.WebSocketHandler {
                      public void handleMessage(Object session, Object message) {}
                    }
                    """)
                .java(
                    """
                    class Config {
                      static final String CHAT = "/chat";
                      private final Chat chat = new Chat();
                      void registerWebSocketHandlers(Registry registry) {
                        registry.addHandler(chat, CHAT, "/talk").setAllowedOrigins("*");
                      }
                    }
                    """)
                .entryPoints(new SocketHandlers()))
        .containsExactly(
            "listener app.Chat.handleTextMessage -> app.Chat.handleTextMessage on /chat",
            "listener app.Chat.handleTextMessage (/talk) -> app.Chat.handleTextMessage on /talk",
            "listener app.Lost.handleMessage -> app.Lost.handleMessage");
  }
}
