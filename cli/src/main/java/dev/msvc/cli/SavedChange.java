package dev.msvc.cli;

import dev.msvc.cluster.deploy.OrderedFiles;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.yaml.ManifestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change in a file: what was agreed to, and for which cluster. The first document says that, the
 * others are the manifests, to read as any.
 *
 * @param server address of the API server
 * @param digest of the change, which is another one when the live state moved
 * @param summary for people
 */
record SavedChange(
    String context,
    String server,
    String namespace,
    String release,
    String strategy,
    String note,
    Terms terms,
    String digest,
    String summary,
    List<Manifest> manifests) {
  private static final String VERSION = "msvc.dev/v1";
  private static final String KIND = "SavedChange";
  private static final String HEADER =
      "# made by msvc deploy --save; 'msvc apply' does it, if the live state is still the same\n";

  SavedChange {
    manifests = List.copyOf(manifests);
  }

  String text() {
    manifests.forEach(OrderedFiles::refuseSecret);
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("summary", summary);
    spec.put("context", context);
    spec.put("server", server);
    spec.put("strategy", strategy);
    spec.put("note", note);
    spec.put("forceConflicts", terms.forceConflicts());
    spec.put("adopt", terms.adopt());
    spec.put("recreate", terms.recreate().stream().sorted().toList());
    spec.put("delete", terms.delete().stream().sorted().toList());
    spec.put("digest", digest);
    List<KubeObject> all = new ArrayList<>();
    all.add(KubeObject.of(VERSION, KIND, namespace, release).with(spec, "spec"));
    manifests.forEach(each -> all.add(each.object()));
    return HEADER + ManifestFiles.write(all);
  }

  static SavedChange read(String shown, Path file) {
    List<Manifest> all;
    try {
      all = ManifestFiles.read(shown, Files.readString(file));
    } catch (IOException e) {
      throw new UserError("there is no " + shown, "msvc deploy --save FILE makes one");
    }
    if (all.isEmpty() || !all.get(0).object().kind().equals(KIND)) {
      throw new UserError(
          shown + " is no saved change",
          "msvc deploy --save FILE makes one; manifests: msvc deploy");
    }
    KubeObject head = all.get(0).object();
    if (!head.apiVersion().equals(VERSION)) {
      throw new UserError(
          "%s is of %s, and this msvc reads %s".formatted(shown, head.apiVersion(), VERSION),
          "use the msvc that made it, or save it again");
    }
    return new SavedChange(
        head.text("spec", "context"),
        head.text("spec", "server"),
        head.namespace(),
        head.name(),
        head.text("spec", "strategy"),
        head.text("spec", "note"),
        new Terms(
            head.text("spec", "forceConflicts").equals("true"),
            head.text("spec", "adopt").equals("true"),
            texts(head, "recreate"),
            texts(head, "delete")),
        head.text("spec", "digest"),
        head.text("spec", "summary"),
        all.subList(1, all.size()));
  }

  private static Set<String> texts(KubeObject head, String field) {
    Set<String> texts = new HashSet<>();
    head.list("spec", field).forEach(each -> texts.add(String.valueOf(each)));
    return texts;
  }
}
