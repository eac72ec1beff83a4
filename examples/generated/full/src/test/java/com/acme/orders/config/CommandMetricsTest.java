// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.domain.AlreadyExistsException;
import com.acme.orders.domain.InvalidValueException;
import com.acme.orders.domain.NotFoundException;
import com.acme.orders.domain.RuleViolationException;
import com.acme.orders.domain.StaleVersionException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

class CommandMetricsTest {

  @Service
  static class SampleService {

    @Transactional
    public void change(@Nullable RuntimeException problem) {
      if (problem != null) {
        throw problem;
      }
    }

    @Transactional(readOnly = true)
    public void read() {}
  }

  record Failure(RuntimeException problem, String outcome) {}

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SampleService samples = counted(new SampleService());

  static List<Failure> failures() {
    return List.of(
        new Failure(new AccessDeniedException("no"), "denied"),
        new Failure(new AlreadyExistsException("a sample", "number", 1), "refused"),
        new Failure(new InvalidValueException("number", "is too long"), "refused"),
        new Failure(new NotFoundException("sample", 1), "refused"),
        new Failure(new RuleViolationException("is closed"), "refused"),
        new Failure(new StaleVersionException(1, 2), "overtaken"),
        new Failure(new OptimisticLockingFailureException("lost"), "overtaken"),
        new Failure(new IllegalStateException("a defect"), "failed"));
  }

  @Test
  void whatIsDoneIsCounted() {
    samples.change(null);

    assertThat(count("done")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatIsNotDoneIsCountedByWhy(Failure failure) {
    assertThatThrownBy(() -> samples.change(failure.problem())).isSameAs(failure.problem());

    assertThat(count(failure.outcome())).isEqualTo(1);
    assertThat(meters.getMeters()).hasSize(1);
  }

  @Test
  void readingIsNoCommand() {
    samples.read();

    assertThat(meters.getMeters()).isEmpty();
  }

  private double count(String outcome) {
    return meters
        .get(CommandMetrics.NAME)
        .tags("aggregate", "Sample", "command", "change", "outcome", outcome)
        .counter()
        .count();
  }

  private SampleService counted(SampleService service) {
    ProxyFactory proxy = new ProxyFactory(service);
    proxy.setProxyTargetClass(true);
    proxy.addAdvisor(
        CommandMetrics.commandCounter(
            new StaticListableBeanFactory(Map.of("meters", meters))
                .getBeanProvider(MeterRegistry.class)));
    return (SampleService) proxy.getProxy();
  }
}
