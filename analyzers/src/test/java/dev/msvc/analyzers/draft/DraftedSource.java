package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.yaml.ServiceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A small source tree, and the service that is drafted from its largest context. */
record DraftedSource(Path root) {
  void java(String name, String text) throws IOException {
    file(
        "src/main/java/com/acme/shop/order/" + name + ".java",
        "package com.acme.shop.order;\n" + text);
  }

  void sql(String text) throws IOException {
    file("src/main/resources/db/migration/V1__all.sql", text);
  }

  void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Draft draft() {
    ContextMap map = new ContextMap(Monolith.analyze(root, Progress.NONE));
    BoundedContext largest =
        map.decomposition().contexts().stream()
            .max(Comparator.comparingInt(each -> each.classes().size()))
            .orElseThrow();
    return ServiceDrafts.of(
        root,
        map,
        largest,
        new ServiceName("orders"),
        new PackageName("com.acme.orders"),
        ServiceOptions.DEFAULT);
  }

  String yaml() {
    return ServiceText.write(draft().service(), Organisation.DEFAULT, List.of());
  }

  List<String> notes() {
    return draft().notes().stream().map(DraftNote::what).toList();
  }
}
