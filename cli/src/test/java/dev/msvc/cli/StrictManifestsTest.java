package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated files read back by models that know every field. */
class StrictManifestsTest {
  private final KubernetesSerialization models = new KubernetesSerialization();

  @ParameterizedTest
  @MethodSource("dev.msvc.cli.Deployments#organisations")
  void noManifestHasAFieldThatItsKindDoesNotKnow(Organisation organisation) throws Exception {
    List<String> unknown = new ArrayList<>();
    int known = 0;
    for (PlannedFile file : Deployments.manifests(Deployments.files(organisation))) {
      Object object = models.unmarshal(file.text());
      if (!(object instanceof GenericKubernetesResource)) {
        known++;
        unknown(file.path(), object, unknown);
      }
    }

    assertThat(unknown).isEmpty();
    assertThat(known).isGreaterThan(7);
  }

  @Test
  void aMisspeltFieldIsSeen() throws Exception {
    List<String> unknown = new ArrayList<>();
    String misspelt =
        """
        apiVersion: v1
        kind: Pod
        spec: {containers: [{name: a, imagee: b}]}
        """;
    unknown("pod", models.unmarshal(misspelt), unknown);

    assertThat(unknown).containsExactly("pod.spec.containers[0].imagee");
  }

  @Test
  void kongsFilesAreAsItsSchemaSays() throws Exception {
    ObjectMapper json = new ObjectMapper();
    try (InputStream schema = getClass().getResourceAsStream("/kong/kong_json_schema.json")) {
      var validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
              .getSchema(json.readTree(schema));
      List<PlannedFile> files =
          Deployments.files(Organisation.DEFAULT.with(Organisation.Gateway.KONG)).stream()
              .filter(each -> each.path().startsWith("deploy/kong/"))
              .toList();

      assertThat(files).hasSize(2);
      for (PlannedFile file : files) {
        JsonNode read = Deployments.objects(file.text()).get(0);
        assertThat(validator.validate(read)).as(file.path()).isEmpty();
      }
      assertThat(
              validator.validate(
                  json.readTree("{\"services\": [{\"name\": \"a\", \"hostt\": \"b\"}]}")))
          .isNotEmpty();
    }
  }

  /** Models keep what they don't know in {@code additionalProperties}, at every level. */
  private static void unknown(String path, Object value, List<String> into) throws Exception {
    if (value instanceof Collection<?> all) {
      int i = 0;
      for (Object each : all) {
        unknown(path + "[" + i++ + "]", each, into);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        unknown(path + "." + each.getKey(), each.getValue(), into);
      }
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Method method : value.getClass().getMethods()) {
        String name = method.getName();
        if (name.equals("getAdditionalProperties")) {
          for (Object key : ((Map<?, ?>) method.invoke(value)).keySet()) {
            into.add(path + "." + key);
          }
        } else if (name.startsWith("get") && method.getParameterCount() == 0) {
          String field = Character.toLowerCase(name.charAt(3)) + name.substring(4);
          if (!field.equals("class") && !value.getClass().isEnum()) {
            unknown(path + "." + field, method.invoke(value), into);
          }
        }
      }
    }
  }
}
