package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActuatorEndpointsTest {
  @Test
  void operationsAreBelowTheBasePathOfTheManagement() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.boot.actuate.endpoint.annotation.*;
                    @Endpoint(id = "caches")
                    class Caches {
                      @ReadOperation String all() { return ""; }
                      @ReadOperation String one(@Selector String name) { return name; }
                      @DeleteOperation void clear(@Selector String name) {}
                      void other() {}
                    }
                    """)
                .java("class Plain { void all() {} }")
                .entryPoints(new ActuatorEndpoints()))
        .containsExactly(
            "DELETE /actuator/caches/{name} -> app.Caches.clear",
            "GET /actuator/caches -> app.Caches.all",
            "GET /actuator/caches/{name} -> app.Caches.one");
  }
}
