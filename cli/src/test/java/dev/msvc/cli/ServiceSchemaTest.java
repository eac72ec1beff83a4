package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.MadeFilesDocument;
import dev.msvc.model.yaml.OrganisationReader;
import dev.msvc.model.yaml.ServiceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas and readers say the same of what is generated from and of what is kept. */
class ServiceSchemaTest {
  private static final String ORDER = "name: orders\naggregates: {Order: {fields: {a: int}}}\n";

  static boolean accepts(String schema, String yaml) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "schemas", schema + "-v1.schema.json"));
    ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(text);
    // a name beside others, which the library wants to be an address
    tree.remove("$id");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(tree)
        .validate(new ObjectMapper(new YAMLFactory()).readTree(yaml))
        .isEmpty();
  }

  private static boolean reads(Runnable read) {
    try {
      read.run();
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  private static boolean isService(String yaml) {
    return reads(() -> ServiceDocument.read("service.yaml", yaml, Organisation.DEFAULT));
  }

  private static boolean isWord(String yaml) {
    return reads(() -> OrganisationReader.read(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: orders\naggregates: {Order: {fields: {a: int}}}",
        "schema: msvc/service/v1\nname: a-b1\npackage: com.acme.a_b\ndescription: x\naggregates: {Order: {fields: {a: int}}}",
        "name: o\naggregates: {Order: {id: long, path: /a/b, operations: [get], fields: {a: optional text}}}",
        "name: o\naggregates: {Order: {fields: {a: [A, b_C], b: 'decimal(12, 2)', c: list(map(int))}}}",
        "name: o\naggregates: {Order: {fields: {a: {type: string, min: 1, max: 3, unique: true, pattern: 'x', format: email, description: d}}}}",
        "name: o\naggregates: {Order: {fields: {a: {enum: [A]}}, commands: {pay: {fields: {b: int}, emits: Paid}, stop: }, events: {Paid: , Gone: {fields: {c: date}}}}}",
        "name: o\naggregates: {Order: {fields: {a: V, b: list(E)}, entities: {E: {fields: {a: int}}}}}\nvalues: {V: {abstract: true}, W: {extends: V, fields: {a: int}}}",
        "name: o\naggregates: {Order: {fields: {a: [A, B], b: 'optional [C, D]'}, emits: {create: Made}, commands: {pay: {sets: {a: B}}}, events: {Made: }}}",
        "name: o\naggregates: {Order: {fields: {a: int}}}\noptions: {template: java-spring, database: none, java: 21, apiKeys: true}"
      })
  void goodServicesAreGoodForBoth(String yaml) throws IOException {
    // a list of maps has the form, and is refused for what it means
    String readable = yaml.replace("list(map(int))", "list(int)");

    assertThat(accepts("service", yaml)).isTrue();
    assertThat(isService(readable)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: Orders",
        "name: -orders",
        "name: ../x",
        "name: a/b",
        "package: Com.acme",
        "package: com..acme",
        "schema: msvc/service/v9",
        "nmae: orders",
        "aggregates: {}",
        "aggregates: []",
        "aggregates: {order: {fields: {a: int}}}",
        "aggregates: {Ord-er: {fields: {a: int}}}",
        "aggregates: {Order: {fields: {A: int}}}",
        "aggregates: {Order: {fields: {a b: int}}}",
        "aggregates: {Order: {fields: {a: strin}}}",
        "aggregates: {Order: {fields: {a: []}}}",
        "aggregates: {Order: {fields: {a: [1x]}}}",
        "aggregates: {Order: {fields: {a: {type: int, enum: [A]}}}}",
        "aggregates: {Order: {fields: {a: {max: 3}}}}",
        "aggregates: {Order: {fields: {a: {type: string, fromat: email}}}}",
        "aggregates: {Order: {fields: {a: {type: string, format: phone}}}}",
        "aggregates: {Order: {id: serial, fields: {a: int}}}",
        "aggregates: {Order: {path: a, fields: {a: int}}}",
        "aggregates: {Order: {operations: [remove], fields: {a: int}}}",
        "aggregates: {Order: {commands: {Pay: {}}, fields: {a: int}}}",
        "aggregates: {Order: {events: {paid: {}}, fields: {a: int}}}",
        "aggregates: {Order: {fields: {a: int}, more: 1}}",
        "values: {v: {fields: {a: int}}}",
        "options: {database: oracle}",
        "options: {databas: none}",
        "options: {java: 18}"
      })
  void badServicesAreBadForBoth(String line) throws IOException {
    String key = line.substring(0, line.indexOf(':'));
    String others =
        ORDER
            .lines()
            .filter(each -> !each.startsWith(key + ":"))
            .reduce("", (a, b) -> a + b + "\n");
    String yaml = others + line + "\n";

    assertThat(accepts("service", yaml)).isFalse();
    assertThat(isService(yaml)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organisation: {packagePrefix: org.acme, registry: 'r.example.com:5000/shop', java: 25, baseImage: 'a/b:{java}'}",
        "organisation: {namespace: shop, domain: a.example.com, labels: {team: a}, issuer: 'https://x/y'}",
        "organisation: {gateway: kong, mesh: istio, pipeline: gitlab, monitoring: none, secrets: external-secrets, logs: fluent-bit, config: consul}"
      })
  void goodOrganisationsAreGoodForBoth(String yaml) throws IOException {
    assertThat(accepts("msvc", yaml)).isTrue();
    assertThat(isWord(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organisation: {packagePrefix: Org}",
        "organisation: {namespace: A_B}",
        "organisation: {issuer: 'ftp://x'}",
        "organisation: {gateway: nginx}",
        "organisation: {java: 8}",
        "organisation: {mesh: linkerd}",
        "organisation: {registri: x}",
        "organisation: {labels: [a]}"
      })
  void badOrganisationsAreBadForBoth(String yaml) throws IOException {
    assertThat(accepts("msvc", yaml)).isFalse();
    assertThat(isWord(yaml)).isFalse();
  }

  @Test
  void whatAnOrganisationDoesNotSayIsAsEver() {
    assertThat(OrganisationReader.read("shared: []\n")).isEqualTo(Organisation.DEFAULT);
    assertThat(OrganisationReader.read("organisation: {mesh: istio}\n"))
        .isEqualTo(Organisation.DEFAULT.with(Organisation.Mesh.ISTIO));
  }

  @Test
  void whatIsKeptOfAFolderHasItsSchemaAndIsReadAsItWasWritten() throws IOException {
    MadeFiles made =
        new MadeFiles(
            "1.2.3",
            Set.of("istio"),
            Map.of(
                "a: b #.yaml",
                new MadeFiles.Made("compose", "compose/base/x", "1.2.3", Digest.of("x")),
                "src/A.java",
                new MadeFiles.Made("code", "", "1.2.2", Digest.of(""))));
    String text = MadeFilesDocument.write(made);

    assertThat(MadeFilesDocument.read(text)).isEqualTo(made);
    assertThat(accepts("generated", text)).isTrue();
    assertThat(text.lines().filter(each -> each.contains("sha256"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema: msvc/generated/v2\nmadeBy: \"9\"\nfiles: {}\n",
        "schema: msvc/generated/v1\nmadeBy: a\nfiles: {../x: {part: a, template: b, msvc: c, sha256: d}}\n",
        "schema: msvc/generated/v1\nmadeBy: a\nfiles:\n<<<<<<< ours\n",
        "files: {}\n"
      })
  void aDamagedOrForeignRecordIsAnErrorWithItsPlace(String text) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> MadeFilesDocument.read(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(".msvc/files.yaml:");
  }
}
