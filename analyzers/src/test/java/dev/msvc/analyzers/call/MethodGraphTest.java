package dev.msvc.analyzers.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.ContextMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodGraphTest {
  @Test
  void aCallReachesWhatAClassDoesByAMethodThatItInherits(@TempDir Path folder) throws IOException {
    write(
        folder,
        "Order",
        "@jakarta.persistence.Entity class Order { @jakarta.persistence.Id Long id; }");
    write(
        folder,
        "BaseDao",
        "abstract class BaseDao<T> { jakarta.persistence.EntityManager em;"
            + " public void save(T each) { em.persist(each); } }");
    write(folder, "Orders", "interface Orders { void save(Order each); }");
    write(folder, "OrderDao", "class OrderDao extends BaseDao<Order> implements Orders {}");
    write(
        folder,
        "Shop",
        "class Shop { Orders orders; void place(Order each) { orders.save(each); } }");

    ContextMap map = new ContextMap(Monolith.analyze(folder, Progress.NONE));

    assertThat(map.facts().accesses())
        .extracting(each -> each.className() + "." + each.method())
        .containsExactly("a.OrderDao.save");
    assertThat(new MethodGraph(map).reached("a.Shop", "place"))
        .contains(new MethodGraph.Method("a.OrderDao", "save"));
  }

  @Test
  void anInheritedHandlerRunsWhatItsOwnClassHas(@TempDir Path folder) throws IOException {
    String web = "org.springframework.web.bind.annotation.";
    write(folder, "Store", "class Store { void save(String name) {} void drop() {} }");
    write(
        folder,
        "Base",
        "abstract class Base { Store store; @%sPostMapping(\"/x\") public void add() { check();"
                .formatted(web)
            + " store.save(\"\"); } protected void check() {} }");
    write(
        folder,
        "Orders",
        "@%sRestController @%sRequestMapping(\"/orders\") class Orders extends Base {}"
            .formatted(web, web));
    write(
        folder,
        "Carts",
        "@%sRestController @%sRequestMapping(\"/carts\") class Carts extends Base {"
                .formatted(web, web)
            + " protected void check() { store.drop(); } }");

    ContextMap map = new ContextMap(Monolith.analyze(folder, Progress.NONE));
    MethodGraph graph = new MethodGraph(map);

    assertThat(graph.reached("a.Orders", "add"))
        .contains(new MethodGraph.Method("a.Store", "save"))
        .contains(new MethodGraph.Method("a.Base", "add"))
        .doesNotContain(new MethodGraph.Method("a.Store", "drop"));
    assertThat(graph.reached("a.Carts", "add"))
        .contains(new MethodGraph.Method("a.Store", "save"))
        .contains(new MethodGraph.Method("a.Store", "drop"));
    assertThat(graph.body(graph.find("a.Orders", "add")))
        .isEqualTo(new MethodGraph.Method("a.Base", "add"));
  }

  private static void write(Path folder, String name, String java) throws IOException {
    Path file = folder.resolve("src/main/java/a").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package a;\n" + java + "\n");
  }
}
