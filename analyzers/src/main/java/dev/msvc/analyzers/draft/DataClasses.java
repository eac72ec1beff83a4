package dev.msvc.analyzers.draft;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Classes of a context that hold data, where nothing of it is known to be stored. */
final class DataClasses {
  private static final int MOST = 3;
  private static final int FIELDS = 2;
  private static final Pattern TECHNICAL =
      Pattern.compile(
          ".*(Service|Controller|Resource|Action|Endpoint|Repository|Dao|DAO|Mapper|Config|Configuration|"
              + "Configurer|Properties|Settings|Factory|Builder|Exception|Error|Impl|Utils?|Helper|Handler|"
              + "Listener|Filter|Interceptor|Provider|Manager|Job|Task|Client|Adapter|Converter|Parser|"
              + "Processor|Executor|Registry|Context|Servlet|Application|Module|Plugin|Test|Tests|Bean|"
              + "Runner|Worker|Reader|Writer|Encoder|Decoder|Codec|Validator|Generator|Loader|Cache|Pool|Thread|Visitor|Strategy|"
              + "Constants?|Support|Resolver|Serializer|Deserializer|Function|Operation|Criteria|Query|"
              + "Panel|Page|Dialog|View|Component)");
  private static final Set<String> SERVING =
      Set.of(
          "Component",
          "Service",
          "Controller",
          "RestController",
          "Repository",
          "Configuration",
          "ConfigurationProperties",
          "Singleton",
          "Stateless",
          "Stateful",
          "ApplicationScoped",
          "RequestScoped",
          "SessionScoped",
          "Path",
          "WebServlet");

  private DataClasses() {}

  /** Those that most others use, the most used first. */
  static List<TypeFact> of(ContextMap map, BoundedContext context) {
    Map<String, Integer> uses = new HashMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      uses.merge(each.to(), 1, Integer::sum);
    }
    List<TypeFact> all =
        context.classes().stream()
            .map(map::type)
            .filter(each -> each != null && isData(each))
            .toList();
    Set<String> held = new HashSet<>();
    for (TypeFact each : all) {
      each.fields().stream()
          .filter(field -> !field.type().equals(each.name()))
          .forEach(field -> held.add(field.type()));
    }
    return all.stream()
        .filter(each -> !held.contains(each.name()))
        .sorted(
            Comparator.comparingInt((TypeFact each) -> -uses.getOrDefault(each.name(), 0))
                .thenComparing(TypeFact::name))
        .limit(MOST)
        .toList();
  }

  private static boolean isData(TypeFact type) {
    boolean holds = type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
    long known =
        type.fields().stream()
            .filter(each -> !each.name().equals(each.name().toUpperCase(java.util.Locale.ROOT)))
            .filter(each -> KnownTypes.of(each.type()) != null)
            .count();
    return holds
        && known >= FIELDS
        && known * 2 >= type.fields().size()
        && !TECHNICAL.matcher(type.simpleName()).matches()
        && type.annotations().stream().map(Declarations::simple).noneMatch(SERVING::contains)
        && type.fields().stream()
            .flatMap(each -> each.annotations().stream())
            .map(Declarations::simple)
            .noneMatch(Set.of("Autowired", "Inject", "Resource", "EJB", "Value")::contains);
  }
}
