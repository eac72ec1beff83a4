// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.config;

import com.acme.orders.domain.AlreadyExistsException;
import com.acme.orders.domain.InvalidValueException;
import com.acme.orders.domain.NotFoundException;
import com.acme.orders.domain.RuleViolationException;
import com.acme.orders.domain.StaleVersionException;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what the service is told to do, and what comes of it: done, refused by a rule, denied for
 * want of a role, overtaken by another change, or failed by our fault. What only reads is not
 * counted here.
 */
@Configuration(proxyBeanMethods = false)
class CommandMetrics {

  static final String NAME = "domain.commands";

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor commandCounter(ObjectProvider<MeterRegistry> meters) {
    DefaultPointcutAdvisor advisor =
        new DefaultPointcutAdvisor(new Commands(), new Counter(meters));
    // around the transaction and the check of the role: what is not committed is not done
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /** Methods of our services that change something. */
  private static final class Commands extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      Transactional transactional =
          AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
      return transactional != null
          && !transactional.readOnly()
          && AnnotatedElementUtils.hasAnnotation(type, Service.class);
    }
  }

  private record Counter(ObjectProvider<MeterRegistry> meters) implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation command) throws Throwable {
      String outcome = "done";
      try {
        return command.proceed();
      } catch (Throwable e) {
        outcome = outcome(e);
        throw e;
      } finally {
        Method method = command.getMethod();
        String aggregate =
            method.getDeclaringClass().getSimpleName().replaceFirst("Service$", "");
        meters
            .getObject()
            .counter(
                NAME, "aggregate", aggregate, "command", method.getName(), "outcome", outcome)
            .increment();
      }
    }

    private static String outcome(Throwable e) {
      if (e instanceof AccessDeniedException) {
        return "denied";
      }
      if (e instanceof StaleVersionException
          || e instanceof OptimisticLockingFailureException
          || e instanceof DataIntegrityViolationException) {
        return "overtaken";
      }
      boolean refused =
          e instanceof AlreadyExistsException
              || e instanceof InvalidValueException
              || e instanceof NotFoundException
              || e instanceof RuleViolationException;
      return refused ? "refused" : "failed";
    }
  }
}
