// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What changes without a restart: a file of properties that a ConfigMap of the cluster is mounted
 * as. It is looked at again and again: {@code logging.level.NAME} and {@code tracing.sampling} count
 * from then on, and what is no longer said is as it was at the start.
 */
@Component
class LiveSettings {

  static final String LEVEL = "logging.level.";
  static final String SAMPLING = "tracing.sampling";

  private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

  private final Path file;
  private final LoggingSystem logging;
  private final LiveSampler sampler;
  private final Environment environment;
  private final Set<String> loggers = new HashSet<>();
  private Properties last = new Properties();

  LiveSettings(
      @Value("${service.live.file}") String file,
      LoggingSystem logging,
      LiveSampler sampler,
      Environment environment) {
    this.file = Path.of(file);
    this.logging = logging;
    this.sampler = sampler;
    this.environment = environment;
  }

  @Scheduled(fixedDelayString = "${service.live.interval}")
  void look() {
    Properties now = new Properties();
    try {
      now.load(new StringReader(Files.readString(file)));
    } catch (NoSuchFileException e) {
      LOG.debug("there is no {}", file);
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("{} cannot be read: what it said before is kept", file, e);
      return;
    }
    if (!now.equals(last)) {
      last = now;
      Set<String> names = new HashSet<>(now.stringPropertyNames());
      names.addAll(loggers);
      names.removeIf(each -> !each.startsWith(LEVEL));
      names.forEach(each -> level(each, now.getProperty(each)));
      sample(now.getProperty(SAMPLING));
      LOG.info("{} says {}", file, now);
    }
  }

  private void level(String key, @Nullable String said) {
    LogLevel level = level(said == null ? environment.getProperty(key) : said);
    if (said != null && level == null) {
      LOG.error("{}: there is no level '{}'", key, said);
      return;
    }
    String name = key.substring(LEVEL.length());
    if (name.equalsIgnoreCase(LoggingSystem.ROOT_LOGGER_NAME)) {
      // which cannot be without a level
      logging.setLogLevel(
          LoggingSystem.ROOT_LOGGER_NAME, level == null ? LogLevel.INFO : level);
    } else {
      logging.setLogLevel(name, level);
    }
    loggers.add(key);
  }

  private static @Nullable LogLevel level(@Nullable String text) {
    for (LogLevel each : LogLevel.values()) {
      if (text != null && each.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    return null;
  }

  private void sample(@Nullable String said) {
    try {
      sampler.share(said == null ? sampler.initialShare() : Double.parseDouble(said.strip()));
    } catch (IllegalArgumentException e) {
      LOG.error("{}: '{}' is no share between 0 and 1", SAMPLING, said);
    }
  }
}
