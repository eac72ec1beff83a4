package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.ClockJobs;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects and functions that code gives to a queue or scheduler of a library, which calls them
 * later. Comes after those that know entry points by annotations and types.
 */
public final class RegisteredHandlers implements Analyzer {
  /** A call of a library that takes a handler. */
  private record Registration(Pattern receiver, Pattern name, EntryPointKind kind) {
    Registration(String receiver, String name, EntryPointKind kind) {
      this(Pattern.compile(receiver), Pattern.compile(name), kind);
    }

    boolean is(Call call) {
      return name.matcher(call.name()).matches()
          && receiver.matcher(call.receiver().name()).matches();
    }
  }

  private static final List<Registration> KNOWN =
      List.of(
          new Registration(
              "org\\.killbill\\.notificationq\\.api\\.NotificationQueueService",
              "createNotificationQueue",
              EntryPointKind.SCHEDULE),
          new Registration(
              "org\\.jobrunr\\.scheduling\\.(?:JobScheduler|BackgroundJob)",
              "scheduleRecurrently",
              EntryPointKind.SCHEDULE),
          new Registration(
              "(?:javax|jakarta)\\.jms\\.(?:MessageConsumer|JMSConsumer|QueueReceiver"
                  + "|TopicSubscriber)",
              "setMessageListener",
              EntryPointKind.LISTENER),
          new Registration(
              "com\\.rabbitmq\\.client\\.Channel", "basicConsume", EntryPointKind.LISTENER),
          new Registration(
              "org\\.redisson\\.api\\.R\\w*Topic", "addListener", EntryPointKind.LISTENER),
          new Registration(
              "io\\.vertx\\.(?:rx\\w+\\.|mutiny\\.)?core\\.eventbus\\.EventBus",
              "(?:local)?[cC]onsumer",
              EntryPointKind.LISTENER),
          new Registration(
              "org\\.eclipse\\.paho\\..*Client", "subscribe|setCallback", EntryPointKind.LISTENER));

  private static final Pattern DB_SCHEDULER_TASKS =
      Pattern.compile("com\\.github\\.kagkarlsson\\.scheduler\\.task\\.helper\\.Tasks");

  private static final Pattern REGISTERS =
      Pattern.compile(
          "create\\w*Queue|register\\w*(?:Handler|Listener|Job|Task|Callback|Consumer|Processor)"
              + "|subscribe|addListener|schedule(?:[A-Z]\\w*)?");
  private static final Pattern HANDLER =
      Pattern.compile(".*(?:Handler|Job|Task|Runnable|Callback|Listener|Consumer|Processor)");
  private static final Pattern QUEUE =
      Pattern.compile(".*(?:Queue|Scheduler|Broker|Topic|Bus)(?:Service|Client|Manager)?");

  /** Libraries whose callbacks are a page's, a container's or a stream's. */
  private static final Pattern NOT_HERE =
      Pattern.compile(
          "(?:java|javafx|javax\\.swing|javax\\.faces|javax\\.servlet|jakarta\\.servlet|com\\.vaadin"
              + "|org\\.eclipse\\.(?:swt|jface|ui)|com\\.google\\.gwt|org\\.zkoss|org\\.apache\\.wicket"
              + "|android|androidx|reactor|rx|io\\.reactivex|io\\.smallrye|io\\.netty"
              + "|org\\.springframework|org\\.apache\\.kafka|org\\.quartz|org\\.osgi|org\\.hibernate)\\..*");

  /** Methods of a handler's own class that a library calls. */
  private static final Pattern HANDLES =
      Pattern.compile(
          "(?:handle|on|run|execute|process|call|accept|perform|consume)(?:[A-Z]\\w*)?");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    ClockJobs jobs = new ClockJobs(code);
    Set<String> known = new HashSet<>();
    for (EntryPoint each : facts.entryPoints()) {
      known.add(each.className() + "." + each.method());
    }
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.bodies()) {
        for (Call each : method.calls()) {
          if (!each.arguments().isEmpty() && isOutside(each) && !ClockJobs.isStart(each)) {
            registered(code, jobs, each, known, entries);
          }
        }
      }
    }
    entries.addTo(facts);
  }

  private static boolean isOutside(Call call) {
    JavaMethod target = call.target();
    return !call.name().equals("<init>") && (target == null || !target.owner().isProject());
  }

  private static void registered(
      CodeBase code, ClockJobs jobs, Call call, Set<String> known, EntryPoints entries) {
    EntryPointKind kind = kind(call);
    boolean guessed = kind == null && REGISTERS.matcher(call.name()).matches();
    if (guessed
        && call.receiver().known()
        && code.project(call.receiver().name()) == null
        && !NOT_HERE.matcher(call.receiver().name()).matches()) {
      kind = call.name().startsWith("schedule") ? EntryPointKind.SCHEDULE : EntryPointKind.LISTENER;
    }
    if (kind == null) {
      return;
    }
    Certainty certainty = guessed ? Certainty.GUESSED : Certainty.INFERRED;
    for (ClockJobs.Job each : handlers(code, jobs, call, guessed)) {
      for (JavaType type : Inheriting.of(code, each.method())) {
        if (known.add(type.name() + "." + each.method().name())) {
          String word = kind == EntryPointKind.SCHEDULE ? "schedule" : "listener";
          entries.method(kind, word, null, type, each.method(), certainty);
        }
      }
    }
  }

  /** What is started by a call of a library that is known; null for others. */
  private static @Nullable EntryPointKind kind(Call call) {
    for (Registration each : KNOWN) {
      if (each.is(call)) {
        return each.kind();
      }
    }
    return call.name().startsWith("execute") && isTask(call) ? EntryPointKind.SCHEDULE : null;
  }

  /** {@code Tasks.recurring("clean", schedule).execute(...)} of db-scheduler. */
  private static boolean isTask(Call call) {
    Expr each = call.expression() instanceof Expr.Call written ? written.scope() : null;
    while (each instanceof Expr.Call written && written.scope() instanceof Expr.Call inner) {
      each = inner;
    }
    Call first = each == null ? null : call.caller().call(each);
    return first != null && DB_SCHEDULER_TASKS.matcher(first.receiver().name()).matches();
  }

  private static List<ClockJobs.Job> handlers(
      CodeBase code, ClockJobs jobs, Call call, boolean guessed) {
    List<ClockJobs.Job> all = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr given = call.arguments().get(i);
      TypeRef type =
          i < call.argumentTypes().size() ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
      if (guessed ? isHandler(code, call, given, type) : !isValue(given)) {
        List<ClockJobs.Job> functions = jobs.of(call, i);
        all.addAll(functions.isEmpty() ? objects(code, call, given, type) : functions);
      }
    }
    return all;
  }

  private static boolean isValue(Expr given) {
    return given instanceof Expr.Literal || given instanceof Expr.ClassLiteral;
  }

  /** Whether a value is a handler by its type, or by who is given a function. */
  private static boolean isHandler(CodeBase code, Call call, Expr given, TypeRef type) {
    if (given instanceof Expr.Lambda || given instanceof Expr.MethodRef) {
      return QUEUE.matcher(call.receiver().simpleName()).matches();
    }
    JavaType own = given instanceof Expr.This ? call.caller().owner() : code.project(type.name());
    return own == null
        ? isHandler(type.name())
        : Lineage.supertypes(code, own).stream()
            .anyMatch(each -> code.project(each) == null && isHandler(each));
  }

  private static boolean isHandler(String type) {
    return HANDLER.matcher(type).matches()
        && (type.equals("java.lang.Runnable") || !NOT_HERE.matcher(type).matches());
  }

  /** What a library calls on an object of a class that has a name. */
  private static List<ClockJobs.Job> objects(CodeBase code, Call call, Expr given, TypeRef type) {
    JavaType own = given instanceof Expr.This ? call.caller().owner() : code.project(type.name());
    List<ClockJobs.Job> all = new ArrayList<>();
    if (own == null || (own.isAbstract() && !(given instanceof Expr.This))) {
      return all;
    }
    for (List<JavaMethod> each : Lineage.of(code, own).methods()) {
      JavaMethod method = each.get(0);
      if (method.hasBody()
          && each.stream().allMatch(JavaMethod::hasBody)
          && method.annotation("java.lang.Override", "Override") != null
          && HANDLES.matcher(method.name()).matches()) {
        all.add(new ClockJobs.Job(own, method));
      }
    }
    return all;
  }
}
