package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoapServicesTest {
  @Test
  void theInterfaceOfAServiceSaysItsOperations() {
    assertThat(
            new Fixture()
                .java(
                    """
                    @javax.jws.WebService
                    interface Orders {
                      String order(String id);
                      @javax.jws.WebMethod(exclude = true) void hidden();
                    }
                    """)
                .java(
                    """
                    @javax.jws.WebService(endpointInterface = "app.Orders")
                    public class OrdersBean implements Orders {
                      public String order(String id) { return id; }
                      public void hidden() {}
                      public void more() {}
                    }
                    """)
                .resource(
                    "",
                    "beans.xml",
                    """
                    <beans xmlns:jaxws="http://cxf.apache.org/jaxws">
                      <bean id="orders" class="app.OrdersBean"/>
                      <jaxws:endpoint id="e" implementor="#orders" address="/Orders"/>
                    </beans>
                    """)
                .resource(
                    "",
                    "WEB-INF/web.xml",
                    """
                    <web-app>
                      <servlet><servlet-name>cxf</servlet-name>
                        <servlet-class>org.apache.cxf.transport.servlet.CXFServlet</servlet-class>
                      </servlet>
                      <servlet-mapping>
                        <servlet-name>cxf</servlet-name><url-pattern>/ws/*</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """)
                .entryPoints(new SoapServices()))
        .containsExactly("soap app.OrdersBean.order -> app.OrdersBean.order on /ws/Orders");
  }

  @Test
  void whatCodePublishesOffersWhatItOverrides() {
    assertThat(
            new Fixture()
                .java(
                    """
                    public class Songs implements com.acme.generated.SongsPort {
                      @Override public String find(String id) { return id; }
                      @Override public void add(String id) { log(id); }
                      public void log(String id) {}
                    }
                    """)
                .java("public class Echo { public String echo(String text) { return text; } }")
                .java(
                    """
                    import jakarta.xml.ws.Endpoint;
                    class Config {
                      Object songs(org.apache.cxf.Bus bus, Songs songs) {
                        org.apache.cxf.jaxws.EndpointImpl endpoint =
                            new org.apache.cxf.jaxws.EndpointImpl(bus, songs);
                        endpoint.publish("/Songs");
                        return endpoint;
                      }
                      void echo() {
                        Endpoint.publish("http://0.0.0.0:8080/echo", new Echo());
                      }
                    }
                    """)
                .entryPoints(new SoapServices()))
        .containsExactly(
            "soap app.Echo.echo -> app.Echo.echo on http://0.0.0.0:8080/echo",
            "soap app.Songs.add -> app.Songs.add on /Songs",
            "soap app.Songs.find -> app.Songs.find on /Songs");
  }

  @Test
  void aClassAloneOffersItsPublicMethodsOrThoseItMarks() {
    assertThat(
            new Fixture()
                .java(
                    """
                    @jakarta.jws.WebService public class All {
                      public void a() {}
                      void b() {}
                      public static void c() {}
                    }
                    """)
                .java(
                    """
                    @jakarta.jws.WebService public class Some {
                      @jakarta.jws.WebMethod public void a() {}
                      public void b() {}
                    }
                    """)
                .java("@jakarta.jws.WebService interface Client { void call(); }")
                .entryPoints(new SoapServices()))
        .containsExactly("soap app.All.a -> app.All.a", "soap app.Some.a -> app.Some.a");
  }

  @Test
  void payloadsChooseMethodsOfSpringEndpoints() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.ws.server.endpoint.annotation.*;
                    @Endpoint class Holidays {
                      @PayloadRoot(namespace = "x", localPart = "HolidayRequest") void ask() {}
                      void other() {}
                    }
                    """)
                .entryPoints(new SoapServices()))
        .containsExactly("soap app.Holidays.ask -> app.Holidays.ask on HolidayRequest");
  }

  @Test
  void axisNamesClasses() {
    assertThat(
            new Fixture()
                .java("class Stock { public int count() { return 0; } public void secret() {} }")
                .resource(
                    "",
                    "META-INF/services.xml",
                    """
                    <serviceGroup><service name="StockService">
                      <parameter name="ServiceClass">app.Stock</parameter>
                      <excludeOperations><operation>secret</operation></excludeOperations>
                    </service></serviceGroup>
                    """)
                .entryPoints(new SoapServices()))
        .containsExactly("soap app.Stock.count -> app.Stock.count on /services/StockService");
  }
}
