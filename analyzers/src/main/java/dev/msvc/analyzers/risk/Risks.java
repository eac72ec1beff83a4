package dev.msvc.analyzers.risk;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Remarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What kills migrations, found in an analysis. */
public final class Risks {
  /** In order of how often they end or stall a migration, as far as those who tell of it agree. */
  private static final List<Rule> RULES =
      List.of(
          // two owners of one row: no later step can mend it
          new ManyWriters(),
          // screens are what users see first, and no remote call replaces a join
          new ForeignLists(),
          // was kept whole by one transaction, and is kept by nobody
          new SplitAggregates(),
          // works by an open session alone, and fails without an error
          new ForeignEntities(),
          // runs unseen by those who read code only
          new DatabaseLogic(),
          // breaks others, who were not asked
          new OtherUsers(),
          // logs users out, or loses what they did, on the first day
          new SessionState(),
          // is either closed to all or open to all
          new MethodSecurity(),
          new RowAccess(),
          // shows one customer to another
          new Tenancy(),
          new RowPolicies(),
          new SchemaPerTenant(),
          // is anonymous on the other side
          new ThreadState(),
          // each service needs them on its first day
          new LookUps(),
          // is on one replica's disc only, and gone with it
          new LocalDisc(),
          // runs twice on the first day of two deployments
          new ClockWork(),
          new JobStores(),
          new DatabaseJobs(),
          new BulkChanges(),
          // is lost with a pod, or runs in each
          new OwnThreads(),
          // keeps programs apart only while both ask the same store
          new SharedLocks(),
          // goes stale at the first step on a shared database
          new SecondLevelCache(),
          new Caches(),
          new KeptState(),
          // collides with the first row that is written on both sides
          new SharedIds(),
          new CountedIds(),
          new OutsideCounters(),
          // was all or nothing and becomes half
          new Distributed(),
          // looks like one transaction, and is two
          new SeveralDatabases(),
          new MessagesInTransactions(),
          new AfterCommit(),
          new RollbackRules(),
          // takes a column from the other side
          new OneHistory(),
          // is on no cut list, since no key shows it
          new AnyLinks(),
          new AttributeTables(),
          new AuditTables(),
          // is missed on the day one must go back
          new WithoutKey(),
          // may be somebody's, or dead
          new UntouchedTables(),
          // ties releases together again
          new SharedLibraries(),
          // belongs to nobody
          new MixedPages(),
          new SharedTemplates(),
          new SharedMessages(),
          // breaks in customers' installations only
          new PlugIns(),
          new FeatureSwitches(),
          // is different on each side from the first step on, and mostly harmless
          new StaticState(),
          new Csrf(),
          // cost time, and are seen early
          new GeneratedCode(),
          new OutsideBuild(),
          new BuildProfiles(),
          new OtherLanguages());

  private Risks() {}

  /** All rules, those that kill most often first. */
  public static List<FindingRule> rules() {
    return RULES.stream().map(Rule::about).toList();
  }

  /**
   * All findings, most dangerous first: by how often the rule kills, times how far the finding
   * reaches. A function of the analysis: the same one gives the same list, which is drawn once
   * where remarks are kept with it.
   */
  public static List<Finding> of(ContextMap map) {
    Remarks made = map.analysis().remarks();
    return made == null ? find(map) : made.findings();
  }

  private static List<Finding> find(ContextMap map) {
    Ground ground = new Ground(map);
    List<Ranked> all = new ArrayList<>();
    for (int i = 0; i < RULES.size(); i++) {
      for (Finding each : RULES.get(i).find(ground)) {
        all.add(new Ranked(each, danger(each, i)));
      }
    }
    all.sort(
        Comparator.comparing((Ranked each) -> each.finding().severity())
            .thenComparing(each -> -each.danger())
            .thenComparing(each -> each.finding().id()));
    return all.stream().map(Ranked::finding).toList();
  }

  private record Ranked(Finding finding, double danger) {}

  /** From 1 for the first rule down to a third for the last, times contexts and places. */
  private static double danger(Finding finding, int rank) {
    double frequency = 1 - 2.0 / 3 * rank / RULES.size();
    double contexts = Math.max(1, finding.contexts().size());
    return frequency * contexts * Math.log(2.0 + finding.evidence().size());
  }
}
