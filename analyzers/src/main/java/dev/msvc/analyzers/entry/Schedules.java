package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Methods that a clock calls: Spring's and Micronaut's schedules, timers of enterprise beans,
 * Quartz jobs.
 */
public final class Schedules implements Analyzer {
  private static final String SPRING = "org.springframework.scheduling.annotation.";
  private static final String[] SCHEDULE = MetaAnnotations.ee("ejb.Schedule");
  private static final String[] SCHEDULES_EE = MetaAnnotations.ee("ejb.Schedules");
  private static final String[] TIMEOUT = MetaAnnotations.ee("ejb.Timeout");
  private static final String MICRONAUT = "io.micronaut.scheduling.annotation.";
  private static final String QUARKUS = "io.quarkus.scheduler.Scheduled";
  private static final String JOBRUNR = "org.jobrunr.jobs.annotations.Recurring";
  private static final String XXL_JOB = "com.xxl.job.core.handler.annotation.XxlJob";

  /** What Spring takes for a cron expression that never comes. */
  private static final String SWITCHED_OFF = "-";

  /** Methods that a scheduler calls on classes of a type. */
  private static final Map<String, String> JOBS =
      new TreeMap<>(
          Map.of(
              "org.quartz.Job", "execute",
              "org.quartz.InterruptableJob", "execute",
              "org.quartz.StatefulJob", "execute",
              "org.springframework.scheduling.quartz.QuartzJobBean", "executeInternal",
              "com.xxl.job.core.handler.IJobHandler", "execute",
              "org.apache.shardingsphere.elasticjob.simple.job.SimpleJob", "execute",
              "com.dangdang.ddframe.job.api.simple.SimpleJob", "execute",
              "tech.powerjob.worker.core.processor.sdk.BasicProcessor", "process"));

  private static final List<String> DELAYS =
      List.of(
          "fixedDelay", "fixedDelayString", "fixedRate", "fixedRateString", "every", "interval");
  private static final List<String> CALENDAR =
      List.of("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    MetaAnnotations meta = new MetaAnnotations(code);
    SpringSettings settings = SpringSettings.of(sources);
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        for (Annotation each : schedules(meta, method)) {
          String when = when(each);
          for (JavaType one : Inheriting.of(code, method)) {
            entries.method(
                EntryPointKind.SCHEDULE,
                "schedule",
                when == null ? null : resolved(settings, when, one.module()),
                one,
                method,
                Certainty.PARSED);
          }
        }
      }
      job(code, type, entries);
    }
    entries.addTo(facts);
  }

  /** With settings put in; where none is found and nothing is the default, the setting itself. */
  private static String resolved(SpringSettings settings, String when, String module) {
    String resolved = settings.resolved(when, module);
    return resolved.equals(SWITCHED_OFF) ? when : resolved;
  }

  private static List<Annotation> schedules(MetaAnnotations meta, JavaMethod method) {
    List<Annotation> all = new ArrayList<>();
    for (Annotation each : method.annotations()) {
      if (MetaAnnotations.is(each, SPRING + "Schedules", MICRONAUT + "Schedules")
          || MetaAnnotations.is(each, SCHEDULES_EE)) {
        all.addAll(each.annotations("value"));
      } else if (MetaAnnotations.is(
              each, SPRING + "Scheduled", MICRONAUT + "Scheduled", QUARKUS, JOBRUNR, XXL_JOB)
          || MetaAnnotations.is(each, SCHEDULE)
          || MetaAnnotations.is(each, TIMEOUT)) {
        all.add(each);
      }
    }
    if (all.isEmpty() && !method.annotations().isEmpty()) {
      Annotation composed =
          meta.find(method.annotations(), SPRING + "Scheduled", MICRONAUT + "Scheduled");
      if (composed != null) {
        all.add(composed);
      }
    }
    return all;
  }

  /** When it runs, as a cron expression or a period; null where the annotation does not tell. */
  private static @Nullable String when(Annotation annotation) {
    String cron = annotation.text("cron");
    if (cron != null) {
      return cron;
    }
    for (String key : DELAYS) {
      String value = annotation.text(key);
      if (value != null) {
        return (key.replace("String", "") + " " + plain(value)).strip();
      }
    }
    StringBuilder calendar = new StringBuilder();
    for (String key : CALENDAR) {
      String value = annotation.text(key);
      if (value != null) {
        calendar.append(calendar.length() == 0 ? "" : " ").append(key).append('=').append(value);
      }
    }
    return calendar.length() == 0 ? null : calendar.toString();
  }

  /** A number without what only Java's syntax needs. */
  private static String plain(String value) {
    return value.matches("[0-9_]+[lL]?") ? value.replaceAll("[_lL]", "") : value;
  }

  private static void job(CodeBase code, JavaType type, EntryPoints entries) {
    if (type.isAbstract()) {
      return;
    }
    Set<String> supertypes = Lineage.supertypes(code, type);
    String handler = null;
    for (Map.Entry<String, String> job : JOBS.entrySet()) {
      handler = supertypes.contains(job.getKey()) ? job.getValue() : handler;
    }
    if (handler == null) {
      return;
    }
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (method.name().equals(handler) && method.parameters().size() <= 1) {
        entries.method(EntryPointKind.SCHEDULE, "schedule", null, type, method, Certainty.PARSED);
        return;
      }
    }
  }
}
