package dev.msvc.generators.service;

import dev.msvc.model.service.AggregateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a service is watched: what is counted, what is promised, and who is told of what. */
public record Watch(Workload workload) {
  /** Of requests in 30 days, in percent. */
  private static final String OBJECTIVE = "99.9";

  private static final String BUDGET_PERCENT = "0.1";
  private static final String BUDGET = "0.001";

  /** Of the slowest in a hundred, in seconds. */
  private static final int SLOW = 1;

  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

  public String objectivePercent() {
    return OBJECTIVE;
  }

  /** The share that may fail, in percent. */
  public String budgetPercent() {
    return BUDGET_PERCENT;
  }

  /** The share that may fail. */
  public String budget() {
    return BUDGET;
  }

  public int slow() {
    return SLOW;
  }

  public String faults() {
    return String.join(", ", Protocol.FAULTS);
  }

  /** Over which the share of failures is taken. */
  public List<String> windows() {
    return WINDOWS;
  }

  /** What Prometheus knows the service by. */
  public String job() {
    return "job='" + workload.name() + "'" + namespace();
  }

  /** What kube-state-metrics knows its containers by. */
  public String container() {
    return "container='" + workload.name() + "'" + namespace();
  }

  public String autoscaler() {
    return "horizontalpodautoscaler='" + workload.name() + "'" + namespace();
  }

  private String namespace() {
    return workload.namespace().isEmpty() ? "" : ",namespace='" + workload.namespace() + "'";
  }

  /** What rules are tested with: the service's own, or one like any other. */
  public String testNamespace() {
    return workload.namespace().isEmpty() ? "test" : workload.namespace();
  }

  /** What Prometheus can say of a service that it knows nothing of, in YAML. */
  public String absentLabels() {
    String named =
        workload.namespace().isEmpty() ? "" : "namespace: " + workload.namespace() + ", ";
    return named + "job: " + workload.name();
  }

  /** The ways in. */
  public List<Protocol> protocols() {
    return Protocol.ALL;
  }

  /** Whether there are events to count. */
  public boolean events() {
    return workload.service().aggregates().stream().anyMatch(each -> !each.events().isEmpty());
  }

  /** Whether there are commands to count. */
  public boolean commands() {
    return workload.service().aggregates().stream().anyMatch(AggregateSpec::isChanged);
  }

  /** What is told, by the name of the alert. */
  public Map<String, Alert> alerts() {
    List<Alert> all = new ArrayList<>();
    all.add(
        critical(
            "ErrorBudgetBurnsFast",
            "{{ $labels.protocol }} fails so often that the month's error budget is spent within days"));
    all.add(
        warning(
            "ErrorBudgetBurnsSlowly",
            "{{ $labels.protocol }} fails more often than the month's error budget allows"));
    all.add(
        warning(
            "RequestsAreSlow",
            "one in a hundred {{ $labels.protocol }} requests takes more than " + SLOW + " s"));
    all.add(critical("ServiceDown", "no pod answers Prometheus"));
    all.add(warning("PodDown", "{{ $labels.pod }} does not answer Prometheus"));
    all.add(warning("PodsRestart", "{{ $labels.pod }} restarts again and again"));
    if (workload.database()) {
      all.add(warning("DatabasePoolFull", "{{ $labels.pod }} has no database connections left"));
    }
    all.add(warning("AutoscalerAtMaximum", "no more pods can be added"));
    return all.stream().collect(Collectors.toMap(Alert::name, Function.identity()));
  }

  private Alert critical(String name, String summary) {
    return new Alert(name, "critical", workload.name() + ": " + summary);
  }

  private Alert warning(String name, String summary) {
    return new Alert(name, "warning", workload.name() + ": " + summary);
  }

  /**
   * What somebody is told; the runbook says what to do then.
   *
   * @param severity {@code critical} for now, {@code warning} for the next working hours
   * @param summary for who is called, in Prometheus' template language
   */
  public record Alert(String name, String severity, String summary) {
    /** Where in the runbook it is. */
    public String anchor() {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
