package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacesActionsTest {
  private static final String BEAN =
      """
      @jakarta.inject.Named public class CargoList {
        public void load() {}
        public String book() { return "x"; }
        public void remove(Object event) {}
        public String getName() { return ""; }
      }
      """;

  @Test
  void pagesCallMethodsOfBeans() {
    assertThat(
            new Fixture()
                .java(BEAN)
                .resource(
                    "",
                    "src/main/webapp/admin/list.xhtml",
                    """
                    <html xmlns:f="x">
                      <f:viewAction action="#{cargoList.load}"/>
                      <h:commandButton value="#{cargoList.name}" action="#{cargoList.book()}"/>
                      <p:ajax listener="#{cargoList.remove}"/>
                      <h:commandButton action="#{other.book}"/>
                      <h:commandButton action="#{cargoList.gone}"/>
                    </html>
                    """)
                .resource(
                    "",
                    "src/main/webapp/WEB-INF/web.xml",
                    """
                    <web-app>
                      <servlet><servlet-name>f</servlet-name>
                        <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                      <servlet-mapping>
                        <servlet-name>f</servlet-name><url-pattern>*.jsf</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """)
                .entryPoints(new FacesActions()))
        .containsExactly(
            "GET /admin/list.jsf -> app.CargoList.load",
            "POST /admin/list.jsf -> app.CargoList.book",
            "POST /admin/list.jsf (CargoList.remove) -> app.CargoList.remove");
  }

  @Test
  void aBeanMayHaveDotsInItsNameAndPartsThatPagesCall() {
    assertThat(
            new Fixture()
                .java(
                    "@jakarta.inject.Named(\"public.track\") public class Track {"
                        + " public void find(String by) {} public Panel getPanel() { return null; }"
                        + " public java.util.List<String> getNames() { return null; } }")
                .java("public class Panel { public void open() {} }")
                .resource(
                    "",
                    "src/main/webapp/track.xhtml",
                    """
                    <html>
                      <h:commandButton action="#{public.track.find('id')}" title="#{x.y}"/>
                      <h:commandButton action="#{public.track.panel.open}"/>
                      <h:commandButton action="#{public.track.names.clear}"/>
                      <h:commandButton action="#{public.gone.open}"/>
                    </html>
                    """)
                .entryPoints(new FacesActions()))
        .containsExactly(
            "POST /track.xhtml -> app.Panel.open",
            "POST /track.xhtml (Track.find) -> app.Track.find");
  }

  @Test
  void partsOfPagesHaveNoPath() {
    assertThat(
            new Fixture()
                .java("public class Menu { public void open() {} }")
                .resource(
                    "",
                    "WebContent/WEB-INF/menu.xhtml",
                    "<ui:composition><h:commandLink action=\"#{menu.open}\"/></ui:composition>")
                .resource(
                    "",
                    "WebContent/WEB-INF/faces-config.xml",
                    """
                    <faces-config><managed-bean>
                      <managed-bean-name>menu</managed-bean-name>
                      <managed-bean-class>app.Menu</managed-bean-class>
                    </managed-bean></faces-config>
                    """)
                .entryPoints(new FacesActions()))
        .containsExactly("action app.Menu.open -> app.Menu.open");
  }
}
