package dev.msvc.generators.router;

import dev.msvc.generators.template.Scaffold;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a router must hold of a shift: the rules of its plan, with nothing for the service yet. */
public final class RouterFiles {
  /** By word of a router: what its templates are told. */
  private static final SortedMap<String, Function<ShiftPlan, ?>> KINDS =
      new TreeMap<>(
          Map.of(
              "haproxy", Haproxy::of,
              "nginx", Nginx::of,
              "gateway-api", GatewayApi::of,
              "istio", Istio::of,
              "kong", Kong::of));

  private static final String NGINX_WEIGHTS_END = "-weights.conf";
  private static final String NGINX_WEIGHTS = "router/nginx/[=plan.name]-weights.conf";

  private RouterFiles() {}

  /** Whether there is something that such a router must hold. */
  public static boolean knows(String kind) {
    return KINDS.containsKey(kind);
  }

  /**
   * Of the router that a plan names.
   *
   * @param shown the plan's file, as messages name it
   * @throws UserError where that router holds nothing, or cannot say what the plan asks for
   */
  public static List<PlannedFile> of(ShiftPlan plan, String shown) {
    return of(plan, shown, Door.UNSAID);
  }

  /**
   * Of the router that a plan names.
   *
   * @param door where clients ask, for a route in a cluster
   * @throws UserError as {@link #of(ShiftPlan, String)}
   */
  public static List<PlannedFile> of(ShiftPlan plan, String shown, Door door) {
    return of(plan, shown, false, door);
  }

  /**
   * What it may hold once the shift is over: whole routes to the service, and no more weights.
   *
   * @throws UserError as {@link #of}
   */
  public static List<PlannedFile> finished(ShiftPlan plan, String shown) {
    return of(plan.settled(), shown, true, Door.UNSAID).stream()
        .filter(each -> !each.path().endsWith(NGINX_WEIGHTS_END))
        .toList();
  }

  private static List<PlannedFile> of(ShiftPlan plan, String shown, boolean finished, Door door) {
    String kind = plan.router().kind();
    Function<ShiftPlan, ?> told = KINDS.get(kind);
    if (told == null) {
      throw new UserError(
          "%s:%d: router %s holds nothing of a plan".formatted(shown, plan.router().line(), kind),
          "this is for " + String.join(", ", KINDS.keySet()));
    }
    try {
      return new Scaffold(Templates.BUNDLED, data(plan, told.apply(plan), finished, door), Map.of())
          .files(List.of("router/" + kind));
    } catch (Unsayable e) {
      throw new UserError(
          "%s:%d: router %s cannot say it: %s"
              .formatted(
                  shown, e.line() > 0 ? e.line() : plan.router().line(), kind, e.getMessage()),
          e.hint());
    }
  }

  /** The file that nginx has these weights from. */
  public static String nginxWeights(ShiftPlan plan, Weights weights) {
    return Templates.BUNDLED.text(
        NGINX_WEIGHTS, data(plan, Nginx.of(plan, weights), false, Door.UNSAID));
  }

  private static Map<String, Object> data(
      ShiftPlan plan, Object told, boolean finished, Door door) {
    Map<String, Object> data = new HashMap<>();
    data.put("plan", plan);
    data.put("finished", finished);
    data.put("door", door);
    data.put(plan.router().kind().replace("-", ""), told);
    return data;
  }
}
