package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class WicketMountsTest {
  private static final String PAGES =
      """
      import org.apache.wicket.markup.html.WebPage;
      import org.apache.wicket.request.mapper.parameter.PageParameters;
      public class OrdersPage extends WebPage { public OrdersPage(PageParameters all) {} }
      class HomePage extends WebPage {}
      class LoginPage extends WebPage {}
      """;

  private static Fixture application(String body) {
    return new Fixture()
        .java(PAGES)
        .java(
            "import org.apache.wicket.protocol.http.WebApplication;"
                + " import org.apache.wicket.core.request.mapper.*;"
                + " import org.apache.wicket.request.resource.*;"
                + " public class Shop extends WebApplication { "
                + body
                + " }");
  }

  @Test
  void pagesAnswerWhereTheApplicationMountsThem() {
    assertThat(
            application(
                    """
                    static final String LOGIN = "login";
                    public Class<? extends WebPage> getHomePage() { return HomePage.class; }
                    Class<? extends WebPage> loginPage() { return LoginPage.class; }
                    protected void init() {
                      mountPage("orders", OrdersPage.class);
                      mountPage("/orders/${id}/#{tab}", OrdersPage.class);
                      mountPage(LOGIN, loginPage());
                      mountBookmarkablePage("/old", OrdersPage.class);
                    }
                    """)
                .entryPoints(new WicketMounts()))
        .containsExactly(
            "GET / -> app.HomePage.",
            "GET /login -> app.LoginPage.",
            "GET /old -> app.OrdersPage.",
            "GET /orders -> app.OrdersPage.",
            "GET /orders/{id} -> app.OrdersPage.",
            "GET /orders/{id}/{tab} -> app.OrdersPage.");
  }

  @Test
  void mappersAreGivenPathAndPage() {
    assertThat(
            application(
                    """
                    protected void init() {
                      mount(new MountedMapper("/orders", OrdersPage.class));
                      getRootRequestMapperAsCompound().add(new OwnMapper("login", LoginPage.class));
                      mount(new org.apache.wicket.request.target.coding.HybridUrlCodingStrategy("/old", OrdersPage.class));
                      new Sign("sign", LoginPage.class);
                    }
                    static class OwnMapper extends MountedMapper {
                      OwnMapper(String path, Class<? extends WebPage> page) { super(path, page); }
                    }
                    static class Sign { Sign(String path, Class<?> page) {} }
                    """)
                .entryPoints(new WicketMounts()))
        .containsExactly(
            "GET /login -> app.LoginPage.",
            "GET /old -> app.OrdersPage.",
            "GET /orders -> app.OrdersPage.");
  }

  @Test
  void resourcesAnswerAnyRequestAndFilesOfLibrariesAreNone() {
    assertThat(
            application(
                    """
                    protected void init() {
                      mountResource("/files/${id}", new FileReference());
                      mountResource("/now", new ResourceReference("now") {
                        public IResource getResource() { return null; }
                      });
                      mountResource("/style.css", new CssResourceReference(Shop.class, "style.css"));
                    }
                    static class FileReference extends ResourceReference {}
                    """)
                .entryPoints(new WicketMounts()))
        .containsExactly("ANY /files/{id} -> app.Shop.FileReference.", "ANY /now -> app.Shop.init");
  }

  @Test
  void aPackageMountsThePagesInItThatNeedNothingButARequest() {
    assertThat(
            application("protected void init() { mountPackage(\"/shop\", HomePage.class); }")
                .java(
                    "class DetailPage extends org.apache.wicket.markup.html.WebPage {"
                        + " DetailPage(String order) {} }")
                .java("abstract class BasePage extends org.apache.wicket.markup.html.WebPage {}")
                .java("class Order {}")
                .java(
                    "package other; class FarPage extends org.apache.wicket.markup.html.WebPage {}")
                .entryPoints(new WicketMounts()))
        .containsExactly(
            "GET /shop/HomePage -> app.HomePage.",
            "GET /shop/LoginPage -> app.LoginPage.",
            "GET /shop/OrdersPage -> app.OrdersPage.");
  }

  @Test
  void annotatedPagesAreMounted() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.wicketstuff.annotation.mount.MountPath;
                    @MountPath(value = "orders", alt = {"o", "old/orders"}) class OrdersPage {}
                    @MountPath class CartPage {}
                    @MountPath("none") abstract class BasePage {}
                    """)
                .entryPoints(new WicketMounts()))
        .containsExactly(
            "GET /CartPage -> app.CartPage.",
            "GET /o -> app.OrdersPage.",
            "GET /old/orders -> app.OrdersPage.",
            "GET /orders -> app.OrdersPage.");
  }

  @Test
  void theFiltersPathStandsBeforeThoseOfTheApplication() {
    assertThat(
            application("protected void init() { mountPage(\"orders\", OrdersPage.class); }")
                .resource(
                    "",
                    "WEB-INF/web.xml",
                    """
                    <web-app>
                      <filter>
                        <filter-name>wicket</filter-name>
                        <filter-class>org.apache.wicket.protocol.http.WicketFilter</filter-class>
                        <init-param><param-name>applicationClassName</param-name><param-value>app.Shop</param-value></init-param>
                      </filter>
                      <filter-mapping><filter-name>other</filter-name><url-pattern>/other/*</url-pattern></filter-mapping>
                      <filter-mapping><filter-name>wicket</filter-name><url-pattern>/app/*</url-pattern></filter-mapping>
                    </web-app>
                    """)
                .entryPoints(new WicketMounts()))
        .containsExactly("GET /app/orders -> app.OrdersPage.");
  }

  @Test
  void mountsThatAreNotKnownAreSaid() {
    FactCollector facts =
        application(
                """
                void mountAll(String path, Class<? extends WebPage> page) {
                  mountPage(path, OrdersPage.class);
                  mountPage("/a", page);
                  mountResource(path, new FileReference());
                  mountPackage("/b", page);
                }
                static class FileReference extends ResourceReference {}
                """)
            .facts(new WicketMounts());

    assertThat(facts.entryPoints()).isEmpty();
    assertThat(facts.unread())
        .extracting(each -> each.reason())
        .containsExactlyInAnyOrder(
            "path of what is mounted is not known",
            "class of the page that is mounted is not known",
            "path of what is mounted is not known",
            "package that is mounted is not known");
  }

  @Test
  void methodsOfThatNameElsewhereMountNothing() {
    assertThat(
            new Fixture()
                .java(
                    "class Disks { void mountPage(String path, Class<?> c) {} void all() {"
                        + " mountPage(\"/a\", Disks.class); } }")
                .entryPoints(new WicketMounts()))
        .isEmpty();
  }
}
