package dev.msvc.generators.java;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.ServiceSpec;
import java.util.List;
import java.util.Map;

/** The Java of a service, and how its templates are read. */
public record JavaCode(ServiceSpec spec, JavaService service) {
  private static final String JAVA = ".java";

  public static JavaCode of(ServiceSpec service) {
    return new JavaCode(service, JavaService.of(service));
  }

  /** What names mean in templates. */
  public Map<String, Object> data() {
    return Map.of(
        "java", service,
        "package", service.packageName(),
        "packagePath", service.packagePath());
  }

  /** Files with their imports and lines in order. */
  public List<PlannedFile> tidy(List<PlannedFile> files) {
    Refused.twice(spec, files.stream().map(PlannedFile::path).toList());
    JavaSource source = new JavaSource(service.packageName(), service.classes());
    return files.stream()
        .map(
            each ->
                each.path().endsWith(JAVA)
                    ? new PlannedFile(each.path(), source.tidy(each.text()), each.maker())
                    : each)
        .toList();
  }
}
