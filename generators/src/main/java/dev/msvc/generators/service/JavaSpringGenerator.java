package dev.msvc.generators.service;

import dev.msvc.generators.java.JavaClient;
import dev.msvc.generators.java.JavaCode;
import dev.msvc.generators.java.JavaProject;
import dev.msvc.generators.schema.Migrations;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.ServiceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project in Java on Spring Boot that builds, starts and answers by REST and by gRPC. */
final class JavaSpringGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    JavaCode code = JavaCode.of(blueprint.service());
    JavaProject project = new JavaProject(blueprint.service(), blueprint.organisation());
    Map<String, Object> data = new HashMap<>(code.data());
    data.put("project", project);
    data.put("client", JavaClient.of(blueprint.service(), blueprint.workload().headlessHost()));
    Migrations migrations =
        Migrations.plan(
            blueprint.service().name().value(),
            code.service().tables(),
            blueprint.kept(),
            blueprint.others());
    Map<String, List<?>> each = new HashMap<>(code.service().each());
    each.put("first", migrations.first());
    each.put("change", migrations.change());
    String home = "service/" + blueprint.service().options().template() + "/";
    List<String> folders = new ArrayList<>();
    project.folders().forEach(folder -> folders.add(home + folder));
    if (project.database() && code.service().storesJson()) {
      boolean older = blueprint.service().options().boot() == ServiceOptions.Boot.BOOT_3;
      folders.add(home + (older ? "json-boot-3" : "json"));
    }
    List<PlannedFile> files = new ArrayList<>(blueprint.scaffold(data, each).files(folders));
    files.addAll(migrations.earlier());
    files.add(migrations.lock());
    return code.tidy(files);
  }
}
