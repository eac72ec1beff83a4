package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanValue;
import dev.msvc.analyzers.wiring.SpringXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When jobs in Spring's XML run, as the triggers of Quartz and of Java's timer beside them say. */
final class JobTriggers {
  private final Map<BeanDefinition, List<String>> times = new HashMap<>();

  private JobTriggers() {}

  static JobTriggers of(SpringXml xml) {
    JobTriggers all = new JobTriggers();
    for (BeanDefinition written : xml.beans()) {
      if (!written.isAbstract()) {
        BeanDefinition bean = xml.resolved(written);
        BeanValue job = bean.property("jobDetail");
        job = job == null ? bean.property("timerTask") : job;
        String when = job == null ? null : when(xml, bean);
        if (job != null && when != null) {
          for (BeanDefinition each : xml.definitions(job, bean.file())) {
            all.times.computeIfAbsent(each, any -> new ArrayList<>(1)).add(when);
          }
        }
      }
    }
    return all;
  }

  /** When a job runs, once for each trigger; empty where none tells. */
  List<String> times(BeanDefinition job) {
    return times.getOrDefault(job, List.of());
  }

  private static @Nullable String when(SpringXml xml, BeanDefinition trigger) {
    String cron = text(xml, trigger, "cronExpression");
    if (cron != null) {
      return cron;
    }
    String interval = text(xml, trigger, "repeatInterval");
    if (interval != null) {
      return "fixed-rate " + interval;
    }
    String period = text(xml, trigger, "period");
    boolean rate = "true".equals(text(xml, trigger, "fixedRate"));
    return period == null ? null : (rate ? "fixed-rate " : "fixed-delay ") + period;
  }

  private static @Nullable String text(SpringXml xml, BeanDefinition bean, String property) {
    return bean.property(property) instanceof BeanValue.Text text && !text.text().isBlank()
        ? xml.placeholders().resolved(text.text()).strip()
        : null;
  }
}
