package dev.msvc.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.ShellWord;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.UserError;
import dev.msvc.model.yaml.PlainDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc explain}. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String does() {
    return "says why a class, table, context, entry point or transaction is where it is";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc explain orders                    a context, or else a table",
            "msvc explain table/orders              the table, where a context has its name",
            "msvc explain OrderService              a class; the whole name where two have it",
            "msvc explain 'GET /orders/{id}'        an entry point",
            "msvc explain OrderService.place        a method with a transaction",
            "msvc explain MSVC-F04-FOREIGN-LISTS    a rule: why it kills, what to do, where it is",
            "msvc explain orders -o wide            all places, not the first ones");
    spec.addPositional(
        Spec.argument(
            0,
            true,
            "NAME",
            "a name, or KIND/NAME: context, table, class, entrypoint, transaction, rule, finding"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String name = String.valueOf(call.argument(0));
    Analyzed analyzed = Analyzed.told(call);
    Console console = call.console();
    List<Candidate> found = find(candidates(analyzed), name);
    Explanation explanation = only(analyzed, name, found).explain();
    Format format = call.format();
    if (format.forPrograms()) {
      PlainDocument.write(
          "msvc/explanation/v1", explanation.fields(), Notation.of(format), console.data());
      return analyzed.exitCode();
    }
    String all = analyzed.next("explain " + ShellWord.of(name) + " -o wide");
    explanation.print(console, format, all);
    alsoKnown(console, analyzed, found);
    return analyzed.exitCode();
  }

  /** Something that can be explained. */
  private record Candidate(
      String kind,
      String name,
      List<String> aliases,
      Function<Explainer, Explanation> how,
      ContextMap map) {
    Explanation explain() {
      return how.apply(new Explainer(map));
    }

    String qualified() {
      return kind + "/" + name;
    }
  }

  private static List<Candidate> candidates(Analyzed analyzed) {
    ContextMap map = analyzed.map();
    List<Candidate> all = new ArrayList<>();
    for (BoundedContext each : map.decomposition().contexts()) {
      all.add(new Candidate("context", each.name(), List.of(), to -> to.context(each), map));
    }
    for (TableFact each : map.facts().tables()) {
      String key = ContextMap.key(each.name());
      List<String> aliases = List.of(key, last(key));
      all.add(new Candidate("table", each.name(), aliases, to -> to.table(each), map));
    }
    for (DatabaseObject each : map.facts().database().objects()) {
      String key = ContextMap.key(each.name());
      List<String> aliases = List.of(key, last(key));
      all.add(
          new Candidate(
              Listings.word(each.kind()),
              each.name(),
              aliases,
              to -> new DatabaseExplainer(map).object(each),
              map));
    }
    for (EntryPoint each : map.facts().entryPoints()) {
      List<String> aliases = each.path() == null ? List.of() : List.of(each.path());
      all.add(new Candidate("entrypoint", each.id(), aliases, to -> to.entryPoint(each), map));
    }
    for (TypeFact each : map.facts().types()) {
      List<String> aliases = List.of(each.simpleName(), last(each.topLevel()) + nested(each));
      all.add(new Candidate("class", each.name(), aliases, to -> to.type(each), map));
    }
    List<Finding> findings = analyzed.findings();
    RiskExplainer risks = new RiskExplainer(findings, Risks.rules());
    Map<String, Long> rows =
        Risks.rules().stream().collect(groupingBy(RiskExplainer::row, TreeMap::new, counting()));
    rows.forEach(
        (row, rules) -> {
          if (rules > 1) {
            all.add(new Candidate("rules", row, List.of(), to -> risks.row(row), map));
          }
        });
    for (FindingRule each : Risks.rules()) {
      String id = each.id().replaceFirst("^MSVC-", "");
      String row = RiskExplainer.row(each);
      List<String> aliases = rows.getOrDefault(row, 0L) > 1 ? List.of(id) : List.of(id, row);
      all.add(new Candidate("rule", each.id(), aliases, to -> risks.rule(each), map));
    }
    for (Finding each : findings) {
      String rest = each.id().replaceFirst("^MSVC-", "");
      int subject = rest.indexOf('/') + 1;
      String simple = rest.substring(0, subject) + last(rest.substring(subject));
      List<String> aliases = List.of(rest, simple, "MSVC-" + simple);
      all.add(new Candidate("finding", each.id(), aliases, to -> risks.finding(each), map));
    }
    Map<String, Integer> overloads = new TreeMap<>();
    for (TransactionFact each : map.facts().transactions()) {
      String method = each.className() + "." + each.method();
      int number = overloads.merge(method, 1, Integer::sum);
      String name = number == 1 ? method : "%s (%d)".formatted(method, number);
      List<String> aliases = List.of(last(each.className()) + "." + each.method());
      all.add(new Candidate("transaction", name, aliases, to -> to.transaction(each), map));
    }
    return all;
  }

  private static String nested(TypeFact type) {
    return type.isTopLevel() || !type.name().startsWith(type.topLevel())
        ? ""
        : type.name().substring(type.topLevel().length());
  }

  /** Whole names before short ones; in the order of the kinds. */
  private static List<Candidate> find(List<Candidate> all, String typed) {
    int slash = typed.indexOf('/');
    String kind = slash < 0 ? "" : typed.substring(0, slash);
    String name = typed.substring(slash + 1);
    List<Candidate> ofKind = all.stream().filter(each -> each.kind().equals(kind)).toList();
    if (!ofKind.isEmpty()) {
      return find(ofKind, name, name);
    }
    return find(all, typed, typed);
  }

  private static List<Candidate> find(List<Candidate> all, String name, String alias) {
    List<Candidate> found = all.stream().filter(each -> each.name().equals(name)).toList();
    if (found.isEmpty()) {
      String key = ContextMap.key(alias);
      found =
          all.stream()
              .filter(
                  each ->
                      each.aliases().contains(alias)
                          || (each.kind().equals("table") && each.aliases().contains(key)))
              .toList();
    }
    return found;
  }

  private static Candidate only(Analyzed analyzed, String name, List<Candidate> found) {
    if (found.isEmpty()) {
      int dot = name.lastIndexOf('.');
      String owner = name.substring(0, Math.max(0, dot));
      if (find(candidates(analyzed), owner).stream()
          .anyMatch(each -> each.kind().equals("class"))) {
        throw new UserError(
            "'%s' is no transaction and no entry point of %s"
                .formatted(name.substring(dot + 1), owner),
            "'%s' tells of the class".formatted(analyzed.next("explain " + ShellWord.of(owner))));
      }
      List<String> known = candidates(analyzed).stream().map(Candidate::name).toList();
      throw Names.unknown(
          "'%s' here", name, known, analyzed.next("get " + list(name) + " -o name"));
    }
    Candidate first = found.get(0);
    List<Candidate> same = found.stream().filter(each -> each.kind().equals(first.kind())).toList();
    if (same.size() > 1) {
      throw Names.ambiguous(name, same.stream().map(Candidate::name).toList());
    }
    return first;
  }

  /** Which list may have the name that was meant. */
  private static String list(String name) {
    if (name.startsWith("table/")) {
      return "tables";
    }
    if (name.startsWith("context/")) {
      return "contexts";
    }
    if (name.matches("(?:MSVC-)?F[0-9]{2}\\b.*")) {
      return "findings";
    }
    return name.startsWith("/") || name.indexOf(' ') > 0 ? "entrypoints" : "classes";
  }

  private static void alsoKnown(Console console, Analyzed analyzed, List<Candidate> found) {
    if (found.size() > 1) {
      console.line();
      for (Candidate each : found.subList(1, found.size())) {
        console.line(
            "Of the same name: " + analyzed.next("explain " + ShellWord.of(each.qualified())));
      }
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
