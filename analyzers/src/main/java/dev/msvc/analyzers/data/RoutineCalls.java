package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.NamesInFields.Slot;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Place;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Unread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stored procedures and functions that are called by their name alone: Spring's {@code
 * SimpleJdbcCall} and {@code StoredProcedure}, JPA's stored procedure queries, Spring Data's
 * {@code @Procedure}, and methods of the system that hand a name on to one of these.
 */
public final class RoutineCalls implements Analyzer {
  private static final Set<String> NAMING =
      Set.of(
          "withProcedureName",
          "withFunctionName",
          "createStoredProcedureQuery",
          "createStoredProcedureCall",
          "createNamedStoredProcedureQuery");
  private static final Pattern NAME = Pattern.compile("[\\w$#\"]+(?:\\.[\\w$#\"]+){0,2}");
  private static final int MOST_WRAPPERS = 500;

  /** The template of a name that is handed on as it is. */
  private static final String WHOLE = String.valueOf(SqlReader.HOLE);

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    new Reading(sources.code(), facts).all();
  }

  private static final class Reading {
    private final CodeBase code;
    private final FactCollector facts;
    private final Map<String, String> named = new HashMap<>();
    private final Map<String, List<Call>> callsByName = new HashMap<>();
    private final Set<Slot> wrappers = new HashSet<>();
    private final Deque<Slot> open = new ArrayDeque<>();
    private final NamesInFields fields;
    private final Set<String> defined = new HashSet<>();

    Reading(CodeBase code, FactCollector facts) {
      this.code = code;
      this.facts = facts;
      this.fields = new NamesInFields(code, callsByName);
      for (DatabaseObject each : facts.databaseObjects()) {
        if (each.kind() == DatabaseObjectKind.PROCEDURE
            || each.kind() == DatabaseObjectKind.FUNCTION) {
          defined.add(TableName.bare(TableName.key(each.name())));
        }
      }
    }

    void all() {
      List<Call> naming = new ArrayList<>();
      for (JavaType type : code.types()) {
        annotated(type);
        for (JavaMethod method : type.bodies()) {
          for (Call call : method.calls()) {
            if (!call.arguments().isEmpty()) {
              if (NAMING.contains(call.name())) {
                naming.add(call);
              } else {
                callsByName.computeIfAbsent(call.name(), each -> new ArrayList<>()).add(call);
              }
            }
          }
        }
        if (type.superclass() != null
            && type.superclass().name().equals("org.springframework.jdbc.object.StoredProcedure")) {
          storedProcedure(type);
        }
      }
      for (Call each : naming) {
        call(each, 0, WHOLE, Certainty.PARSED);
      }
      while (!open.isEmpty() && wrappers.size() < MOST_WRAPPERS) {
        Slot next = open.remove();
        for (Call each : callsByName.getOrDefault(next.method().name(), List.of())) {
          if (fields.reaches(each, next.method()) && next.parameter() < each.arguments().size()) {
            call(each, next.parameter(), next.template(), Certainty.INFERRED);
          }
        }
      }
    }

    private void annotated(JavaType type) {
      for (Annotation each : type.annotations()) {
        if (each.simpleName().equals("NamedStoredProcedureQuery")) {
          name(each);
        } else if (each.simpleName().equals("NamedStoredProcedureQueries")) {
          each.annotations("value").forEach(this::name);
        }
      }
      for (JavaMethod method : type.methods()) {
        Annotation procedure =
            method.annotation("org.springframework.data.jpa.repository.query.Procedure");
        if (procedure != null) {
          String routine = procedure.text("procedureName", "value");
          add(
              routine == null || routine.isBlank() ? method.name() : routine,
              method,
              method.place(),
              routine == null ? Certainty.INFERRED : Certainty.PARSED);
        }
      }
    }

    private void name(Annotation query) {
      String name = query.text("name");
      String procedure = query.text("procedureName");
      if (name != null && procedure != null) {
        named.put(name, procedure);
      }
    }

    /** {@code super(dataSource, "name")} */
    private void storedProcedure(JavaType type) {
      for (JavaMethod constructor : type.methods("<init>")) {
        Bodies.expressions(
            constructor.body(),
            each -> {
              if (each instanceof Expr.ConstructorCall call
                  && call.ofSuper()
                  && call.arguments().size() == 2) {
                named(
                    call.arguments().get(1),
                    WHOLE,
                    constructor,
                    constructor.place(),
                    Certainty.PARSED);
              }
            });
      }
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          if (call.name().equals("setSql") && call.arguments().size() == 1) {
            named(call.arguments().get(0), WHOLE, method, call.place(), Certainty.PARSED);
          }
        }
      }
    }

    private void call(Call call, int argument, String template, Certainty certainty) {
      Expr given = call.arguments().get(argument);
      JavaMethod caller = call.caller();
      List<Slot> further = fields.slots(given, caller, template);
      for (Slot each : further) {
        if (wrappers.add(each)) {
          open.add(each);
        }
      }
      boolean any =
          (further.isEmpty() && inFields(given, template, caller))
              || named(given, template, caller, call.place(), certainty)
              || !further.isEmpty();
      if (!any && certainty == Certainty.PARSED) {
        facts.add(
            new Unread(call.place().file(), call.place().line(), "dynamic name of a procedure"));
      }
    }

    /** A base class gives each of its subclasses names by a rule: which of them are there? */
    private boolean inFields(Expr given, String template, JavaMethod user) {
      boolean any = false;
      for (NamesInFields.Given each : fields.of(given, user)) {
        String name = NamesInFields.filled(template, each.text());
        boolean mayBe =
            NAME.matcher(name).matches()
                && (defined.isEmpty() || defined.contains(TableName.bare(TableName.key(name))));
        if (mayBe) {
          JavaMethod maker = each.maker();
          facts.add(
              new RoutineCall(
                  name,
                  each.owner().name(),
                  maker == null ? user.name() : maker.name(),
                  each.place(),
                  Certainty.INFERRED));
          any = true;
        }
      }
      return any;
    }

    private boolean named(
        Expr given, String template, JavaMethod in, Place place, Certainty certainty) {
      boolean any = false;
      for (String each : code.texts(given, in)) {
        String name = NamesInFields.filled(template, each);
        String routine = named.getOrDefault(name, name);
        if (routine.indexOf(SqlReader.HOLE) < 0 && NAME.matcher(routine).matches()) {
          add(routine, in, place, certainty);
          any = true;
        }
      }
      return any;
    }

    private void add(String routine, JavaMethod method, Place place, Certainty certainty) {
      String name = method.name().equals("<clinit>") ? "" : method.name();
      facts.add(new RoutineCall(routine, method.owner().name(), name, place, certainty));
    }
  }
}
