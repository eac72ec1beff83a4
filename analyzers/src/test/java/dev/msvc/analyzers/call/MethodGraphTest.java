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

  private static void write(Path folder, String name, String java) throws IOException {
    Path file = folder.resolve("src/main/java/a").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package a;\n" + java + "\n");
  }
}
