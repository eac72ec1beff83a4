package dev.msvc.analyzers;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Units;
import dev.msvc.analyzers.code.UnreadableSourceException;
import dev.msvc.analyzers.data.Tables;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.JavaFile;
import dev.msvc.analyzers.source.SourceText;
import dev.msvc.analyzers.source.SourceTree;
import dev.msvc.analyzers.source.UnreadableFileException;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Facts;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Share;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unread;
import dev.msvc.model.Unseen;
import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads a source tree into facts: the code first, then what each analyzer sees in it. */
final class FactReader {
  private static final Comparator<Reference> WITHIN_TYPE =
      Comparator.comparingInt(Reference::line)
          .thenComparing(Reference::to)
          .thenComparing(Reference::kind)
          .thenComparing(Reference::fromMember)
          .thenComparing(Reference::toMember);

  private static final Comparator<EntryPoint> ENTRY_POINTS =
      Comparator.comparing(EntryPoint::id)
          .thenComparing(EntryPoint::className)
          .thenComparing(EntryPoint::place);

  private static final Comparator<DatabaseObject> OBJECTS =
      Comparator.comparing(DatabaseObject::name)
          .thenComparing(DatabaseObject::kind)
          .thenComparing(DatabaseObject::places, Place.LISTS);

  private static final Comparator<TransactionFact> TRANSACTIONS =
      Comparator.comparing(TransactionFact::className)
          .thenComparing(TransactionFact::method)
          .thenComparing(TransactionFact::place);

  private static final Comparator<RoutineCall> ROUTINE_CALLS =
      Comparator.comparing(RoutineCall::routine)
          .thenComparing(RoutineCall::className)
          .thenComparing(RoutineCall::method)
          .thenComparing(RoutineCall::place)
          .thenComparing(RoutineCall::certainty);

  private final Units known;
  private final @Nullable Store store;
  private final Progress progress;

  /**
   * Takes what was read before.
   *
   * @param known files that need not be parsed again
   * @param store where results are kept between runs; null for nowhere
   */
  FactReader(Units known, @Nullable Store store, Progress progress) {
    this.known = known;
    this.store = store;
    this.progress = progress;
  }

  Facts read(SourceTree tree, List<DumpFile> dumps) {
    int all = tree.files().size();
    AtomicInteger done = new AtomicInteger();
    CodeReader.Result read =
        CodeReader.read(
            tree.files().stream().map(FactReader::source).toList(),
            known,
            () -> progress.step("reading", done.incrementAndGet(), all));
    Sources sources = new Sources(read.code(), tree.resources(), dumps, store);
    FactCollector facts = new FactCollector();
    List<String> failed = new ArrayList<>();
    progress.step("analysing", 0, 0);
    Workers.map(Analyzers.SIDE_BY_SIDE, each -> failures(each, sources, facts))
        .forEach(failed::addAll);
    failed.addAll(failures(Analyzers.LAST, sources, facts));
    return facts(tree, read, facts, failed);
  }

  private static List<String> failures(
      List<Analyzer> analyzers, Sources sources, FactCollector facts) {
    return analyzers.stream()
        .map(each -> failure(each, sources, facts))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Runs an analyzer; says what happened where a bug of ours ends it, so that the rest is kept. */
  static String failure(Analyzer analyzer, Sources sources, FactCollector facts) {
    try {
      analyzer.analyze(sources, facts);
      return "";
    } catch (UserError ofTheUser) {
      throw ofTheUser;
    } catch (RuntimeException | StackOverflowError bug) {
      StackTraceElement[] trace = bug.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      String said = bug.getMessage() == null ? "" : ": " + bug.getMessage();
      return "%s: %s%s%s"
          .formatted(
              analyzer.getClass().getSimpleName(), bug.getClass().getSimpleName(), said, where);
    }
  }

  static JavaSource source(JavaFile file) {
    return new JavaSource(
        file.file(),
        file.module(),
        () -> {
          try {
            SourceText text = file.read();
            return new JavaSource.Content(text.text(), text.lines(), text.generated());
          } catch (UnreadableFileException unreadable) {
            throw new UnreadableSourceException(unreadable.reason(), unreadable.line());
          }
        });
  }

  private static Facts facts(
      SourceTree tree, CodeReader.Result read, FactCollector found, List<String> failed) {
    List<TypeFact> types = Workers.map(read.code().types(), FactReader::type);
    TreeSet<String> modules = new TreeSet<>();
    read.code().types().forEach(each -> modules.add(each.module()));
    Tables tables =
        Tables.merge(
            found.tables(),
            found.mappingFacts(),
            found.accesses(),
            found.joins(),
            found.transactions(),
            found.relations(),
            found.databaseObjects());
    List<Unread> unread = new ArrayList<>(tree.unread());
    unread.addAll(read.unread());
    unread.addAll(found.unread());
    unread.addAll(tables.unread());
    SortedMap<SourceLanguage, Share> languages = new TreeMap<>(read.languages());
    tree.unreadSources()
        .forEach((each, count) -> languages.merge(each, new Share(0, count), Share::plus));
    Share java = languages.getOrDefault(SourceLanguage.JAVA, Share.NONE);
    Facts facts =
        new Facts(
            new SourceSummary(
                java.all(),
                read.lines(),
                types.size(),
                modules.size(),
                tree.testFiles(),
                tree.generatedFiles()),
            types,
            sorted(read.references(), found.references()),
            tables.tables(),
            tables.mappings(),
            tables.relations(),
            tables.accesses(),
            tables.joins(),
            found.routineCalls().stream().distinct().sorted(ROUTINE_CALLS).toList(),
            new Database(
                tables.objects().stream().sorted(OBJECTS).toList(),
                found.grants().stream().distinct().sorted().toList(),
                found.vendor()),
            found.entryPoints().stream().sorted(ENTRY_POINTS).toList(),
            tables.transactions().stream().sorted(TRANSACTIONS).toList(),
            found.traits().stream().distinct().sorted().toList(),
            Coverage.of(
                    java,
                    found.statements(),
                    found.mappings(),
                    found.migrations(),
                    read.calls(),
                    otherLanguages(languages))
                .withEntryPoints(
                    new Share(
                        found.entryPoints().size(), found.entryPoints().size() + found.hidden()))
                .withFailed(failed),
            unread.stream().distinct().sorted().toList());
    return facts.withUnread(Unseen.of(facts).stream().map(Unseen::unread).toList());
  }

  /** By the type that refers first: its references differ by their lines, and long names rarely. */
  private static List<Reference> sorted(List<Reference> some, List<Reference> more) {
    Map<String, List<Reference>> byType = new HashMap<>();
    for (List<Reference> all : List.of(some, more)) {
      for (Reference each : all) {
        byType.computeIfAbsent(each.from(), any -> new ArrayList<>()).add(each);
      }
    }
    Workers.each(byType.values(), each -> each.sort(WITHIN_TYPE));
    List<Reference> references = new ArrayList<>(some.size() + more.size());
    new TreeMap<>(byType).values().forEach(references::addAll);
    return references;
  }

  private static Map<String, Share> otherLanguages(Map<SourceLanguage, Share> languages) {
    Map<String, Share> others = new TreeMap<>();
    languages.forEach((each, share) -> others.put(each.title(), share));
    others.remove(SourceLanguage.JAVA.title());
    return others;
  }

  /** Methods of its own type that a method calls; only those in loops, or all. */
  private static List<String> own(JavaMethod method, boolean repeated) {
    List<String> names = new ArrayList<>(0);
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target != null
          && target.owner().equals(method.owner())
          && (each.repeated() || !repeated)) {
        names.add(target.name());
      }
      if (isOfHeldFunction(each) && (each.repeated() || !repeated)) {
        names.add("<clinit>");
      }
    }
    return sorted(names);
  }

  /** Whether a call runs a function that a field of the type was given where it is declared. */
  private static boolean isOfHeldFunction(Call call) {
    Expr scope = call.expression() instanceof Expr.Call written ? written.scope() : null;
    JavaField field =
        scope instanceof Expr.Name name ? call.caller().owner().field(name.id()) : null;
    return field != null
        && (field.value() instanceof Expr.Lambda
            || field.value() instanceof Expr.MethodRef
            || (field.value() instanceof Expr.New created && created.body() != null));
  }

  /** Lines of calls in loops. */
  private static List<Integer> repeated(JavaMethod method) {
    List<Integer> lines = new ArrayList<>();
    for (Call each : method.calls()) {
      if (each.repeated()) {
        lines.add(each.line());
      }
    }
    return sorted(lines);
  }

  /** Each once; most lists are empty, and a stream for each would be most of the work. */
  private static <T extends Comparable<T>> List<T> sorted(List<T> all) {
    return all.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(all));
  }

  private static TypeFact type(JavaType type) {
    List<MethodFact> methods = new ArrayList<>(type.methods().size());
    for (JavaMethod each : type.methods()) {
      methods.add(
          new MethodFact(
              each.name(),
              each.parameters().stream().map(parameter -> parameter.type().name()).toList(),
              each.line(),
              each.endLine() - each.line() + 1,
              names(each.annotations()),
              own(each, false),
              own(each, true),
              repeated(each)));
    }
    List<FieldFact> fields = new ArrayList<>(type.fields().size());
    for (JavaField each : type.fields()) {
      fields.add(
          new FieldFact(each.name(), each.type().name(), each.line(), names(each.annotations())));
    }
    return new TypeFact(
        type.name(),
        type.module(),
        type.topLevel().name(),
        type.kind(),
        type.place(),
        type.endLine() - type.line() + 1,
        names(type.annotations()),
        type.superclass() == null ? null : type.superclass().name(),
        type.interfaces().stream().map(each -> each.name()).toList(),
        methods,
        fields,
        type.isGenerated());
  }

  private static List<String> names(List<dev.msvc.analyzers.code.Annotation> annotations) {
    List<String> names = new ArrayList<>();
    annotations.forEach(each -> names.add(each.name()));
    return sorted(names);
  }
}
