package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Extraction;
import dev.msvc.model.Roadmap;
import java.util.stream.Stream;

/** Contexts of three classes and a table, and what is planned for one. */
final class SmallShop {
  private SmallShop() {}

  static Contexts context(Contexts shop, String name, String table) {
    return shop.type(name, name + ".A", "run")
        .type(name, name + ".B")
        .type(name, name + ".C")
        .table(name, table);
  }

  static Extraction planned(Roadmap roadmap, String name) {
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
