package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls that ask for a role or a right, and Java that asks for them at addresses. */
final class RightsInCode {
  /** Names of the system's own methods that ask whether somebody has a right. */
  static final String OWN =
      "(?:has|check|require|assert|verify)(?:Any|All)?(?:Role|Authority|Authoritie|Privilege|Permission)s?"
          + "|is\\w*InRoles?|is(?:Any|All)?Granted|isPermitted";

  private static final Pattern ASKS = Pattern.compile(OWN);

  private static final Set<String> SHIRO =
      Set.of(
          "hasRole",
          "hasRoles",
          "hasAllRoles",
          "checkRole",
          "checkRoles",
          "isPermitted",
          "isPermittedAll",
          "checkPermission",
          "checkPermissions");

  /** Libraries' methods that ask for roles or give those that somebody has. */
  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry("javax.servlet.http.HttpServletRequest", Set.of("isUserInRole")),
          Map.entry("jakarta.servlet.http.HttpServletRequest", Set.of("isUserInRole")),
          Map.entry("javax.faces.context.ExternalContext", Set.of("isUserInRole")),
          Map.entry("jakarta.faces.context.ExternalContext", Set.of("isUserInRole")),
          Map.entry("javax.ws.rs.core.SecurityContext", Set.of("isUserInRole")),
          Map.entry("jakarta.ws.rs.core.SecurityContext", Set.of("isUserInRole")),
          Map.entry("javax.security.enterprise.SecurityContext", Set.of("isCallerInRole")),
          Map.entry("jakarta.security.enterprise.SecurityContext", Set.of("isCallerInRole")),
          Map.entry("javax.ejb.SessionContext", Set.of("isCallerInRole")),
          Map.entry("jakarta.ejb.SessionContext", Set.of("isCallerInRole")),
          Map.entry("javax.ejb.EJBContext", Set.of("isCallerInRole")),
          Map.entry("jakarta.ejb.EJBContext", Set.of("isCallerInRole")),
          Map.entry("org.apache.shiro.subject.Subject", SHIRO));

  private static final String AUTHENTICATION = "org.springframework.security.core.Authentication";
  private static final String HOLDER =
      "org.springframework.security.core.context.SecurityContextHolder";
  private static final Set<String> MATCHERS =
      Set.of(
          "requestMatchers",
          "antMatchers",
          "mvcMatchers",
          "regexMatchers",
          "pathMatchers",
          "anyRequest",
          "anyExchange");
  private static final Set<String> ROLES =
      Set.of("hasRole", "hasAnyRole", "hasAuthority", "hasAnyAuthority", "hasAllAuthorities");

  private RightsInCode() {}

  static void read(CodeBase code, JavaMethod method, Found found) {
    for (Call call : method.calls()) {
      Expr.Call matcher = matcher(call);
      if (matcher != null) {
        urls(code, method, matcher, call, found);
      } else if (KNOWN.getOrDefault(call.receiver().name(), Set.of()).contains(call.name())
          || isOfThread(call, method)) {
        String what = call.receiver().known() ? call.receiver().simpleName() + "." : "";
        found.add(TraitKind.CODE_SECURITY, call.name(), what + call.name(), call.line());
      } else if (isOwn(code, method, call)) {
        String owner = call.receiver().known() ? call.receiver().simpleName() + "." : "";
        found.inferred(
            TraitKind.CODE_SECURITY, call.name(), "calls " + owner + call.name(), call.line());
      }
    }
  }

  /** {@code antMatchers(..)} of {@code antMatchers(..).hasRole(..)}; else null. */
  private static Expr.@Nullable Call matcher(Call call) {
    return (ROLES.contains(call.name()) || call.name().equals("access"))
            && call.expression() instanceof Expr.Call asked
            && asked.scope() instanceof Expr.Call matcher
            && MATCHERS.contains(matcher.name())
        ? matcher
        : null;
  }

  private static void urls(
      CodeBase code, JavaMethod method, Expr.Call matcher, Call call, Found found) {
    List<String> patterns = new ArrayList<>();
    for (Expr each : matcher.arguments()) {
      String text = code.constantText(each, method.owner());
      if (text != null) {
        patterns.add(text);
      }
    }
    if (matcher.arguments().isEmpty()) {
      patterns.add("/**");
    }
    for (String each : patterns.isEmpty() ? List.of("(computed)") : patterns) {
      found.add(TraitKind.URL_SECURITY, each, call.name() + " at " + each, call.line());
    }
  }

  /** Whether it takes the rights of the user who is on the thread. */
  private static boolean isOfThread(Call call, JavaMethod method) {
    if (!call.name().equals("getAuthorities") || copies(method)) {
      return false;
    }
    Expr scope = call.expression() instanceof Expr.Call written ? written.scope() : null;
    boolean authentication = call.receiver().name().equals(AUTHENTICATION);
    while (scope instanceof Expr.Call written) {
      Call inner = method.call(written);
      if (inner != null && inner.receiver().name().equals(HOLDER)) {
        return true;
      }
      scope = written.scope();
    }
    // one that a method is given may be that of a log-in that is under way
    return authentication && method.calls().stream().anyMatch(RightsInCode::isHolder);
  }

  /** Whether a method makes a new token, to which it hands on the rights of the old one. */
  private static boolean copies(JavaMethod method) {
    return method.calls().stream()
        .anyMatch(
            each ->
                each.name().equals("<init>")
                    && each.receiver().simpleName().endsWith("AuthenticationToken"));
  }

  private static boolean isHolder(Call call) {
    return call.receiver().name().equals(HOLDER) && call.name().equals("getContext");
  }

  /** Whether it is a method of the system, is named so, and is told which right is meant. */
  private static boolean isOwn(CodeBase code, JavaMethod method, Call call) {
    JavaMethod target = call.target();
    return ASKS.matcher(call.name()).matches()
        && !ASKS.matcher(method.name()).matches()
        && target != null
        && target.owner().isProject()
        && call.arguments().stream().anyMatch(each -> isConstant(code, method, each));
  }

  private static boolean isConstant(CodeBase code, JavaMethod method, Expr argument) {
    if (argument instanceof Expr.Select select) {
      return select.id().equals(select.id().toUpperCase(Locale.ROOT)) || isTypeName(select.scope());
    }
    return code.constantText(argument, method.owner()) != null;
  }

  private static boolean isTypeName(Expr scope) {
    String name =
        scope instanceof Expr.Name plain
            ? plain.id()
            : scope instanceof Expr.Select select ? select.id() : "";
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }
}
