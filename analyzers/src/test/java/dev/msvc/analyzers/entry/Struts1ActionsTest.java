package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class Struts1ActionsTest {
  private static final String HANDLER =
      "public ActionForward %s(ActionMapping m, ActionForm f,"
          + " javax.servlet.http.HttpServletRequest q, javax.servlet.http.HttpServletResponse s)"
          + " { return null; }";

  private static Fixture system(String webXml) {
    return new Fixture()
        .java(
            "import org.apache.struts.action.*;\npublic class LoginAction extends Action { "
                + HANDLER.formatted("execute")
                + HANDLER.formatted("helper")
                + " }")
        .java(
            "import org.apache.struts.action.*;\n"
                + "public class CartAction extends org.apache.struts.actions.DispatchAction { "
                + HANDLER.formatted("add")
                + HANDLER.formatted("remove")
                + " public void setDao(Object dao) {} }")
        .java(
            "import org.apache.struts.action.*;\n"
                + "public class ItemAction extends org.apache.struts.actions.MappingDispatchAction"
                + " { "
                + HANDLER.formatted("show")
                + HANDLER.formatted("edit")
                + " }")
        .resource(
            "",
            "WEB-INF/struts-config.xml",
            """
            <struts-config>
              <action-mappings>
                <action path="/login" type="app.LoginAction" name="loginForm"/>
                <action path="/cart" type="app.CartAction" parameter="method"/>
                <action path="/item" type="app.ItemAction" parameter="show"/>
                <action path="/page" forward="/page.jsp"/>
                <action path="/gone" type="app.Gone"/>
              </action-mappings>
            </struts-config>
            """)
        .resource("", "WEB-INF/web.xml", webXml);
  }

  private static List<String> routes(String webXml) {
    return system(webXml).entryPoints(new Struts1Actions());
  }

  @Test
  void actionsAnswerOnTheirPaths() {
    assertThat(routes("<web-app/>"))
        .containsExactly(
            "ANY /cart.do -> app.CartAction.add",
            "ANY /cart.do (CartAction.remove) -> app.CartAction.remove",
            "ANY /item.do -> app.ItemAction.show",
            "ANY /login.do -> app.LoginAction.execute");
  }

  @Test
  void rolesOfActionsAreAskedForAtTheirClasses() {
    assertThat(
            new Fixture()
                .java("public class BuyAction extends org.apache.struts.action.Action {}")
                .resource(
                    "",
                    "struts-config.xml",
                    """
                    <struts-config><action-mappings>
                      <action path="/buy" type="app.BuyAction" roles="USER, ADMIN"/>
                      <action path="/look" type="app.BuyAction" roles=""/>
                    </action-mappings></struts-config>
                    """)
                .facts(new Struts1Actions())
                .traits())
        .extracting(Trait::kind, Trait::className, Trait::detail, each -> each.place().line())
        .containsExactly(
            tuple(TraitKind.METHOD_SECURITY, "app.BuyAction", "roles USER, ADMIN of /buy", 2));
  }

  @Test
  void theServletGivesThePathsTheirForm() {
    assertThat(
            routes(
                """
                <web-app>
                  <servlet>
                    <servlet-name>action</servlet-name>
                    <servlet-class>org.apache.struts.action.ActionServlet</servlet-class>
                    <init-param>
                      <param-name>config/admin</param-name>
                      <param-value>/WEB-INF/struts-config.xml</param-value>
                    </init-param>
                  </servlet>
                  <servlet-mapping>
                    <servlet-name>action</servlet-name><url-pattern>/do/*</url-pattern>
                  </servlet-mapping>
                </web-app>
                """))
        .contains("ANY /do/admin/login -> app.LoginAction.execute");
  }

  @Test
  void formsHandleTheActionsOfBeans() {
    assertThat(
            new Fixture()
                .java(
                    "public class CatalogBean { public String index() { return null; }"
                        + " public String search() { return null; } public void clear() {} }")
                .resource(
                    "",
                    "struts-config.xml",
                    """
                    <struts-config>
                      <form-beans><form-bean name="catalog" type="app.CatalogBean"/></form-beans>
                      <action-mappings>
                        <action path="/home" type="org.apache.struts.beanaction.BeanAction"
                            name="catalog" parameter="index"/>
                        <action path="/shop/search" type="org.apache.struts.beanaction.BeanAction"
                            name="catalog"/>
                        <action path="/page" type="org.apache.struts.beanaction.BeanAction"
                            name="catalog" parameter="*"/>
                      </action-mappings>
                    </struts-config>
                    """)
                .entryPoints(new Struts1Actions()))
        .containsExactly(
            "ANY /home.do -> app.CatalogBean.index",
            "ANY /shop/search.do -> app.CatalogBean.search");
  }
}
