package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.wiring.ClockJobs;
import dev.msvc.model.Certainty;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls show. */
final class CallHabits {
  /** Static finders of what belongs to the thread. */
  private static final Set<String> HOLDERS =
      Set.of(
          "org.springframework.security.core.context.SecurityContextHolder",
          "org.springframework.web.context.request.RequestContextHolder",
          "org.springframework.context.i18n.LocaleContextHolder",
          "org.apache.shiro.SecurityUtils");

  private static final Map<String, TraitKind> OTHERS =
      Map.ofEntries(
          Map.entry(
              "org.springframework.transaction.support.TransactionSynchronizationManager",
              TraitKind.AFTER_COMMIT),
          Map.entry("javax.transaction.TransactionSynchronizationRegistry", TraitKind.AFTER_COMMIT),
          Map.entry(
              "jakarta.transaction.TransactionSynchronizationRegistry", TraitKind.AFTER_COMMIT),
          Map.entry("java.util.ServiceLoader", TraitKind.PLUG_IN),
          Map.entry("java.net.URLClassLoader", TraitKind.PLUG_IN),
          Map.entry("groovy.lang.GroovyShell", TraitKind.PLUG_IN),
          Map.entry("groovy.lang.GroovyClassLoader", TraitKind.PLUG_IN),
          Map.entry("javax.script.ScriptEngineManager", TraitKind.PLUG_IN),
          Map.entry("javax.script.ScriptEngine", TraitKind.PLUG_IN),
          Map.entry("org.osgi.framework.BundleContext", TraitKind.PLUG_IN),
          Map.entry("org.pf4j.PluginManager", TraitKind.PLUG_IN),
          Map.entry("org.springframework.jms.core.JmsTemplate", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.jms.core.JmsOperations", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.kafka.core.KafkaTemplate", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.amqp.rabbit.core.RabbitTemplate", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.amqp.core.AmqpTemplate", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.jms.core.JmsMessagingTemplate", TraitKind.MESSAGE_SENT),
          Map.entry("org.springframework.kafka.core.KafkaOperations", TraitKind.MESSAGE_SENT),
          Map.entry(
              "org.springframework.amqp.rabbit.core.RabbitOperations", TraitKind.MESSAGE_SENT),
          Map.entry(
              "org.springframework.cloud.stream.function.StreamBridge", TraitKind.MESSAGE_SENT),
          Map.entry("org.apache.kafka.clients.producer.KafkaProducer", TraitKind.MESSAGE_SENT),
          Map.entry("org.apache.kafka.clients.producer.Producer", TraitKind.MESSAGE_SENT),
          Map.entry("org.eclipse.microprofile.reactive.messaging.Emitter", TraitKind.MESSAGE_SENT),
          Map.entry("javax.jms.MessageProducer", TraitKind.MESSAGE_SENT),
          Map.entry("jakarta.jms.MessageProducer", TraitKind.MESSAGE_SENT),
          Map.entry("javax.jms.JMSProducer", TraitKind.MESSAGE_SENT),
          Map.entry("jakarta.jms.JMSProducer", TraitKind.MESSAGE_SENT),
          Map.entry(
              "org.springframework.transaction.jta.JtaTransactionManager",
              TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry(
              "com.atomikos.icatch.jta.UserTransactionManager", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("com.atomikos.jdbc.AtomikosDataSourceBean", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry(
              "com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor",
              TraitKind.TENANCY),
          Map.entry("org.togglz.core.manager.FeatureManager", TraitKind.FEATURE_SWITCH),
          Map.entry("org.ff4j.FF4j", TraitKind.FEATURE_SWITCH),
          Map.entry("io.getunleash.Unleash", TraitKind.FEATURE_SWITCH),
          Map.entry("no.finn.unleash.Unleash", TraitKind.FEATURE_SWITCH));

  private static final Set<String> SESSION_CALLS =
      Set.of("setAttribute", "getAttribute", "removeAttribute", "putValue", "getValue");

  private static final String STRUTS_ACTION = "org.apache.struts.action.Action";

  private CallHabits() {}

  static void read(CodeBase code, JavaMethod method, Found found) {
    for (Call call : method.calls()) {
      SchemaSwitches.read(code, method, call, found);
      String receiver = call.receiver().name();
      if (SESSION_CALLS.contains(call.name()) && isSession(call, receiver)) {
        session(code, method, call, found);
      } else if (HOLDERS.contains(receiver)) {
        String holder = call.receiver().simpleName();
        found.add(TraitKind.THREAD_STATE, holder, holder + "." + call.name(), call.line());
      } else if (ClockJobs.isStart(call)) {
        timer(code, call, found);
      } else if (OTHERS.containsKey(receiver)) {
        other(OTHERS.get(receiver), call.receiver().simpleName(), call, found);
      } else if (call.name().equals("send") && isOfProducer(call, method)) {
        found.add(TraitKind.MESSAGE_SENT, "JMSProducer", "JMSProducer.send", call.line());
      } else if (call.name().equals("forName") && receiver.equals("java.lang.Class")) {
        byName(code, method, call, found);
      } else if (call.name().equals("csrf")
          && receiver.endsWith("HttpSecurity")
          && !isDisabled(call, method)) {
        found.inferred(TraitKind.CSRF, "csrf", "csrf() of the web security", call.line());
      } else if (call.name().equals("isTokenValid") && isStruts(code, call)) {
        found.add(TraitKind.CSRF, "token", "isTokenValid of Struts", call.line());
      }
    }
  }

  /** Whether a chain begins with {@code context.createProducer()} of JMS and goes on by setters. */
  private static boolean isOfProducer(Call call, JavaMethod method) {
    Expr each = call.expression();
    while (each instanceof Expr.Call written && !written.name().equals("createProducer")) {
      each = written.scope();
    }
    if (call.receiver().known() || each == null) {
      return false;
    }
    Call producer = method.call(each);
    return producer != null && producer.receiver().name().endsWith(".jms.JMSContext");
  }

  /** Whether it is switched off by what it is given, or by what is called on it. */
  private static boolean isDisabled(Call call, JavaMethod method) {
    boolean[] disabled = {false};
    for (Expr argument : call.arguments()) {
      Bodies.parts(argument, each -> disabled[0] |= isDisable(each));
      if (argument instanceof Expr.Lambda lambda) {
        Bodies.expressions(lambda.body(), each -> disabled[0] |= isDisable(each));
      }
    }
    Bodies.expressions(
        method.body(),
        each ->
            disabled[0] |=
                isDisable(each) && each instanceof Expr.Call on && on.scope() == call.expression());
    return disabled[0];
  }

  private static boolean isDisable(Expr expression) {
    return (expression instanceof Expr.Call call && call.name().equals("disable"))
        || (expression instanceof Expr.MethodRef reference && reference.name().equals("disable"));
  }

  /** Whether an action's own method is meant, or that of Struts' keeper of tokens. */
  private static boolean isStruts(CodeBase code, Call call) {
    if (call.receiver().known()) {
      return call.receiver().name().equals("org.apache.struts.util.TokenProcessor")
          || code.isA(call.receiver(), STRUTS_ACTION);
    }
    if (!(call.expression() instanceof Expr.Call written)) {
      return false;
    }
    return written.scope() == null
        ? code.isA(call.caller().owner(), STRUTS_ACTION)
        : written.scope() instanceof Expr.Call keeper
            && keeper.scope() instanceof Expr.Name name
            && name.id().equals("TokenProcessor");
  }

  private static boolean isSession(Call call, String receiver) {
    if (receiver.endsWith(".HttpSession") || receiver.endsWith(".PortletSession")) {
      return true;
    }
    return !call.receiver().known()
        && call.expression() instanceof Expr.Call expression
        && expression.scope() instanceof Expr.Call scope
        && (scope.name().equals("getSession") || scope.name().equals("getHttpSession"));
  }

  private static void session(CodeBase code, JavaMethod method, Call call, Found found) {
    String name =
        call.arguments().isEmpty()
            ? null
            : code.constantText(call.arguments().get(0), method.owner());
    boolean writes = !call.name().startsWith("get");
    found.add(
        TraitKind.SESSION_STATE,
        name == null ? "(computed)" : name,
        writes ? "set in the session" : "read from the session",
        call.line());
  }

  private static void other(@Nullable TraitKind kind, String receiver, Call call, Found found) {
    if (kind == null) {
      return;
    }
    boolean counts =
        switch (kind) {
          case AFTER_COMMIT -> call.name().startsWith("register");
          case MESSAGE_SENT -> call.name().toLowerCase(Locale.ROOT).contains("send");
          case FEATURE_SWITCH -> Set.of("isActive", "check", "isEnabled").contains(call.name());
          case PLUG_IN ->
              receiver.equals("ServiceLoader")
                  ? call.name().equals("load")
                  : isLoading(call.name());
          default -> call.name().equals("<init>");
        };
    if (counts) {
      String what = call.name().equals("<init>") ? "new " + receiver : receiver + "." + call.name();
      found.add(kind, receiver, what, call.line());
    }
  }

  /** Work by a clock, named after what is done where that is known. */
  private static void timer(CodeBase code, Call call, Found found) {
    List<ClockJobs.Job> jobs = new ClockJobs(code).of(call);
    String receiver = call.receiver().simpleName();
    String detail = receiver + "." + call.name();
    if (jobs.isEmpty()) {
      found.add(TraitKind.TIMER, receiver, detail, call.line());
    }
    jobs.forEach(each -> found.add(TraitKind.TIMER, each.name(), detail, call.line()));
  }

  private static boolean isLoading(String name) {
    return name.equals("<init>")
        || name.equals("eval")
        || name.startsWith("load")
        || name.startsWith("getEngine")
        || name.startsWith("installBundle")
        || name.startsWith("getServiceReference")
        || name.equals("registerService");
  }

  /** A class whose name is not in the code. */
  private static void byName(CodeBase code, JavaMethod method, Call call, Found found) {
    if (!call.arguments().isEmpty()) {
      Expr argument = call.arguments().get(0);
      if (code.constantText(argument, method.owner()) == null
          && !PlugInRegistries.isOwnName(argument, method)) {
        found.add(
            TraitKind.PLUG_IN,
            "Class.forName",
            "Class.forName of a computed name",
            call.line(),
            Certainty.GUESSED);
      }
    }
  }
}
