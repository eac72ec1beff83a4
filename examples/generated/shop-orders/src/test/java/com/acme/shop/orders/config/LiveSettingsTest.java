// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.mock.env.MockEnvironment;

class LiveSettingsTest {

  private static final String NAME = "sample.of.live.settings";

  @TempDir Path folder;

  private final Logger log = LoggerFactory.getLogger(NAME);
  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
  private final MockEnvironment environment = new MockEnvironment();
  private final LiveSampler sampler = new LiveSampler(0);

  @AfterEach
  void leaveTheLevelAsItWas() {
    logging.setLogLevel(NAME, null);
  }

  @Test
  void levelsChangeWhileTheServiceRunsAndGoBack() throws IOException {
    LiveSettings settings = settings();
    boolean before = log.isDebugEnabled();
    say("logging.level." + NAME + "=debug");
    settings.look();
    assertThat(log.isDebugEnabled()).isTrue();

    say("logging.level." + NAME + "=error");
    settings.look();
    assertThat(log.isWarnEnabled()).isFalse();

    Files.delete(folder.resolve("live.properties"));
    settings.look();
    assertThat(log.isWarnEnabled()).isTrue();
    assertThat(log.isDebugEnabled()).isEqualTo(before);
  }

  @Test
  void aLevelThatIsNoLongerSaidIsAsTheConfigurationSays() throws IOException {
    environment.setProperty("logging.level." + NAME, "error");
    LiveSettings settings = settings();
    say("logging.level." + NAME + "=trace");
    settings.look();
    assertThat(log.isTraceEnabled()).isTrue();

    say("");
    settings.look();

    assertThat(log.isWarnEnabled()).isFalse();
  }

  @Test
  void theShareOfTracesChangesAndGoesBack() throws IOException {
    LiveSettings settings = settings();
    assertThat(traced()).isFalse();

    say("tracing.sampling=1");
    settings.look();
    assertThat(traced()).isTrue();

    say("");
    settings.look();
    assertThat(traced()).isFalse();
  }

  @Test
  void whatIsWrongChangesNothingElse() throws IOException {
    LiveSettings settings = settings();
    say("tracing.sampling=2\nlogging.level.other=loud\nlogging.level." + NAME + "=error");

    settings.look();

    assertThat(traced()).isFalse();
    assertThat(log.isWarnEnabled()).isFalse();
  }

  private LiveSettings settings() {
    return new LiveSettings(
        folder.resolve("live.properties").toString(), logging, sampler, environment);
  }

  private void say(String text) throws IOException {
    Files.writeString(folder.resolve("live.properties"), text);
  }

  private boolean traced() {
    return sampler
            .shouldSample(
                Context.root(),
                "0af7651916cd43dd8448eb211c80319c",
                "sample",
                SpanKind.SERVER,
                Attributes.empty(),
                List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }
}
