package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.TypeKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Event buses, of libraries and the system's own, whose listeners have an annotation. */
final class EventBuses {
  private static final String SUBSCRIBE = "Subscribe";

  /** Those that call their listeners before a post returns. */
  private static final String[] AT_ONCE = {
    "com.google.common.eventbus.Subscribe", "com.squareup.otto.Subscribe"
  };

  private static final String[] OTHERS = {
    "org.greenrobot.eventbus.Subscribe",
    "de.greenrobot.event.Subscribe",
    "net.engio.mbassy.listener.Handler"
  };

  /** The annotation of some other library's bus, as {@code org.acme.commons.eventbus.Subscribe}. */
  private static final Pattern OF_A_BUS =
      Pattern.compile("(?:.*\\.)?(?:event)?bus\\.(?:.*\\.)?Subscribe");

  private static final Pattern POST = Pattern.compile("(?:post|publish)(?:[A-Z]\\w*)?");
  private static final Pattern BUS = Pattern.compile("(?:\\w*[a-z])?Bus|MBassador");

  private final CodeBase code;
  private final Set<String> own;
  private final boolean later;

  private EventBuses(CodeBase code, Set<String> own, boolean later) {
    this.code = code;
    this.own = own;
    this.later = later;
  }

  static EventBuses of(CodeBase code) {
    Set<String> named = new TreeSet<>();
    for (JavaType each : code.types()) {
      if (each.kind() == TypeKind.ANNOTATION && each.simpleName().equals(SUBSCRIBE)) {
        named.add(each.name());
      }
    }
    Set<String> own = new TreeSet<>();
    boolean[] later = {false};
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.bodies()) {
        for (Call each : method.calls()) {
          later[0] |= each.receiver().simpleName().equals("AsyncEventBus");
          if (!named.isEmpty()) {
            asked(code, each).filter(named::contains).forEach(own::add);
          }
        }
      }
    }
    return new EventBuses(code, own, later[0]);
  }

  /** The annotations that a call is given to look for. */
  private static Stream<String> asked(CodeBase code, Call call) {
    return call.arguments().stream()
        .filter(Expr.ClassLiteral.class::isInstance)
        .map(each -> code.resolve(((Expr.ClassLiteral) each).type(), call.caller().owner()).name());
  }

  /** Whether a bus calls a method with what is posted. */
  boolean calls(JavaMethod method) {
    return method.parameters().size() == 1
        && method.annotations().stream().anyMatch(this::isSubscription);
  }

  private boolean isSubscription(Annotation annotation) {
    return MetaAnnotations.is(annotation, AT_ONCE)
        || MetaAnnotations.is(annotation, OTHERS)
        || (annotation.simpleName().equals(SUBSCRIBE)
            && (own.contains(annotation.name()) || OF_A_BUS.matcher(annotation.name()).matches()));
  }

  /** Whether the bus does so while the publisher waits; what is not known does not. */
  boolean callsAtOnce(JavaMethod method) {
    return !later && method.annotation(AT_ONCE) != null;
  }

  /** The type of what a call posts on a bus; null where it posts nothing. */
  @Nullable TypeRef posted(Call call) {
    if (call.argumentTypes().isEmpty()
        || !POST.matcher(call.name()).matches()
        || !isBus(call.receiver())) {
      return null;
    }
    TypeRef made = made(call);
    TypeRef type = made == null ? call.argumentTypes().get(0) : made;
    return type.known() ? type : null;
  }

  private boolean isBus(TypeRef receiver) {
    JavaType type = code.project(receiver.name());
    return BUS.matcher(receiver.simpleName()).matches()
        || (type != null
            && Lineage.supertypes(code, type).stream()
                .anyMatch(each -> BUS.matcher(TypeRef.of(each).simpleName()).matches()));
  }

  /** The one class of which a variable is given an object before it is posted. */
  private static @Nullable TypeRef made(Call call) {
    if (!(call.arguments().get(0) instanceof Expr.Name name)) {
      return null;
    }
    List<Expr> given = Bodies.assigned(name.id(), call.caller());
    Call only =
        given.size() == 1 && given.get(0) instanceof Expr.New
            ? call.caller().call(given.get(0))
            : null;
    return only == null ? null : only.receiver();
  }
}
