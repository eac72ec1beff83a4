package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SliceCommandTest {
  @Test
  void aSliceSaysWhatComesAlongWhatBlocksItAndWhatItCosts() {
    Run run = msvc(Shop.small(), "slice", "orders");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0)).isEqualTo("slice orders");
    assertThat(run.out())
        .contains("it costs ", "What must come along\n  table orders: asked for\n");
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    Run run = msvc(Shop.small(), "slice", "ordrs");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("error: there is no table, class, package or path 'ordrs'\n")
        .contains("did you mean orders");
  }

  @Test
  void noNameIsNoThing() {
    Run run = msvc(Shop.small(), "slice", "");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: there is no table, class, package or path ''\n");
  }

  @Test
  void aPathThatTakesNothingAlongSaysWhereABiggerSliceStarts() {
    assertThat(Run.on(Path.of("../examples/shop"), "slice", "/admin/dashboard", "-o", "wide").out())
        .contains(
            "  nothing else is mostly its own; a bigger slice: msvc -C ../examples/shop slice"
                + " com.acme.shop.admin.BackOfficeService\n");
  }

  @Test
  void programsGetTheCostsAndTheCuts() {
    assertThat(msvc(Shop.small(), "slice", "table/products", "-o", "json").out())
        .startsWith("{\n  \"schema\": \"msvc/slice/v1\",\n  \"kind\": \"table\"")
        .contains("\"costs\": {", "\"remoteCalls\":", "\"cuts\": [");
  }
}
