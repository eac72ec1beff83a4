package dev.msvc.cli;

import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.service.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What generating does, or did, for programs. */
final class GenerationFields {
  private GenerationFields() {}

  /**
   * Fields of the document.
   *
   * @param contracts one for each plan
   * @param lines whether each change has its lines
   */
  static Map<String, Object> of(
      List<ServicePlan> plans, List<ContractCheck.Outcome> contracts, boolean lines) {
    List<Map<String, Object>> services = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      services.add(service(plans.get(i), contracts.get(i), lines));
    }
    return Map.of("services", services);
  }

  private static Map<String, Object> service(
      ServicePlan plan, ContractCheck.Outcome contract, boolean lines) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("folder", plan.folder().shown());
    fields.put("changes", plan.changesAnything());
    fields.put("conflicts", plan.conflicts());
    fields.put("leftOut", plan.leftOut().stream().map(Part::name).toList());
    if (!contract.said().isEmpty()) {
      fields.put("contract", contract.said());
      fields.put("breaks", contract.breaks());
    }
    fields.put("files", plan.changes().stream().map(each -> file(plan, each, lines)).toList());
    return fields;
  }

  private static Map<String, Object> file(ServicePlan plan, FileChange change, boolean lines) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", change.path());
    fields.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    fields.put("part", plan.part(change.path()));
    if (change.conflictLine() > 0) {
      fields.put("line", change.conflictLine());
    }
    if (!change.reason().isEmpty()) {
      fields.put("reason", change.reason());
    }
    if (lines && change.kind().changes()) {
      fields.put(
          "diff",
          String.join("\n", TextDiff.of(change.path(), change.before(), change.after())) + "\n");
    }
    return fields;
  }
}
