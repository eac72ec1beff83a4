package dev.msvc.analyzers.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import dev.msvc.model.AuthorWork;
import dev.msvc.model.Authorship;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Change;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Counted;
import dev.msvc.model.History;
import dev.msvc.model.TeamShare;
import dev.msvc.model.Teams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says who works on which context; see {@code docs/history.md} for what is counted. */
public final class TeamReport {
  private static final int FEWEST_COMMITS = 50;
  private static final int FEWEST_COMMITS_OF_A_CONTEXT = 20;
  private static final int COMMITS_THAT_ARE_WORK = 3;
  private static final double SECOND_TEAM = 0.2;
  private static final double AT_HOME = 0.5;

  private final ContextMap map;
  private final History history;
  private final Tally all = new Tally();
  private final Tally recent = new Tally();

  private TeamReport(ContextMap map) {
    this.map = map;
    this.history = map.analysis().history();
  }

  /** Commits by context and author. */
  private static final class Tally {
    private final SortedMap<String, SortedMap<String, Integer>> authors = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> contexts = new TreeMap<>();
    private final SortedMap<String, Integer> commits = new TreeMap<>();

    void add(String author, Set<String> touched) {
      for (String each : touched) {
        authors.computeIfAbsent(each, name -> new TreeMap<>()).merge(author, 1, Integer::sum);
        contexts.computeIfAbsent(author, name -> new TreeMap<>()).merge(each, 1, Integer::sum);
      }
      commits.merge(author, 1, Integer::sum);
    }

    SortedMap<String, Integer> authorsOf(String context) {
      return authors.getOrDefault(context, new TreeMap<>());
    }

    SortedMap<String, Integer> contextsOf(String author) {
      return contexts.getOrDefault(author, new TreeMap<>());
    }
  }

  /** Who works on what. */
  public static Teams of(ContextMap map) {
    return new TeamReport(map).teams();
  }

  private Teams teams() {
    int counted = 0;
    for (Change each : history.changes()) {
      SortedSet<String> touched = touched(map, each);
      if (!touched.isEmpty()) {
        all.add(each.author(), touched);
        if (history.isRecent(each)) {
          recent.add(each.author(), touched);
          counted++;
        }
      }
    }
    boolean codeOwners = !history.owners().isEmpty();
    String silent = silent(counted);
    if (!silent.isEmpty() && !codeOwners) {
      return new Teams(silent, false, List.of(), List.of());
    }
    List<ContextTeam> contexts = new ArrayList<>();
    for (BoundedContext each : map.decomposition().contexts()) {
      contexts.add(team(each, codeOwners));
    }
    contexts.sort(
        comparing(ContextTeam::straddles)
            .reversed()
            .thenComparing(comparingInt(ContextTeam::recent).reversed())
            .thenComparing(ContextTeam::context));
    return new Teams(silent.isEmpty() || codeOwners ? "" : silent, codeOwners, contexts, authors());
  }

  /** Contexts that a commit changed. */
  static SortedSet<String> touched(ContextMap map, Change change) {
    SortedSet<String> touched = new TreeSet<>();
    change.classes().forEach(each -> touched.add(map.contextOf(each)));
    touched.remove("");
    return touched;
  }

  private String silent(int counted) {
    if (history.isEmpty()) {
      return Evidence.none(history);
    }
    if (counted < FEWEST_COMMITS) {
      return "%s of the last two years changed classes of contexts: %d are needed to judge"
          .formatted(Counted.of(counted, "commit", "commits"), FEWEST_COMMITS);
    }
    return recent.commits.size() < 2 ? "one person made all commits of the last two years" : "";
  }

  private ContextTeam team(BoundedContext context, boolean codeOwners) {
    String name = context.name();
    SortedMap<String, Integer> ever = all.authorsOf(name);
    SortedMap<String, Integer> lately = recent.authorsOf(name);
    int recentCommits = sum(lately);
    List<Authorship> authors = new ArrayList<>();
    lately.forEach(
        (author, commits) ->
            authors.add(new Authorship(author, commits, (double) commits / recentCommits)));
    authors.sort(comparingInt(Authorship::commits).reversed());
    Set<String> fewest = fewest(ever);
    int here = (int) fewest.stream().filter(recent.commits::containsKey).count();
    List<TeamShare> teams = codeOwners ? owning(context) : working(lately);
    return new ContextTeam(
        name,
        sum(ever),
        recentCommits,
        authors,
        fewest.size(),
        here,
        teams,
        codeOwners ? isShared(teams) : isAway(name, teams, recentCommits));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The fewest people who together made more than half of all. */
  private static Set<String> fewest(SortedMap<String, Integer> commits) {
    List<Map.Entry<String, Integer>> most = new ArrayList<>(commits.entrySet());
    most.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    int half = sum(commits) / 2;
    int reached = 0;
    Set<String> fewest = new HashSet<>();
    for (Map.Entry<String, Integer> each : most) {
      if (reached > half) {
        break;
      }
      reached += each.getValue();
      fewest.add(each.getKey());
    }
    return fewest;
  }

  private List<TeamShare> owning(BoundedContext context) {
    SortedMap<String, Integer> classes = new TreeMap<>();
    int owned = 0;
    for (String each : context.classes()) {
      List<String> owners = history.owners().getOrDefault(each, List.of());
      owners.forEach(owner -> classes.merge(owner, 1, Integer::sum));
      owned += owners.isEmpty() ? 0 : 1;
    }
    return shares(classes, owned);
  }

  private List<TeamShare> working(SortedMap<String, Integer> lately) {
    SortedMap<String, Integer> homes = new TreeMap<>();
    lately.forEach((author, commits) -> homes.merge(home(author), commits, Integer::sum));
    return shares(homes, sum(lately));
  }

  private static List<TeamShare> shares(SortedMap<String, Integer> counts, int all) {
    List<TeamShare> shares = new ArrayList<>();
    counts.forEach((team, count) -> shares.add(new TeamShare(team, (double) count / all)));
    shares.sort(comparingDouble(TeamShare::share).reversed());
    return shares;
  }

  /** Whether more than one team owns a good part. */
  private static boolean isShared(List<TeamShare> teams) {
    return teams.size() > 1 && teams.get(1).share() >= SECOND_TEAM;
  }

  /** Whether people from elsewhere do more than those who are at home there. */
  private static boolean isAway(String context, List<TeamShare> homes, int commits) {
    double own = 0;
    int others = 0;
    for (TeamShare each : homes) {
      if (each.team().equals(context)) {
        own = each.share();
      } else if (each.share() >= SECOND_TEAM) {
        others++;
      }
    }
    boolean several = others > 1 || (others == 1 && own >= SECOND_TEAM);
    return commits >= FEWEST_COMMITS_OF_A_CONTEXT && own < AT_HOME && several;
  }

  /** The context with most of a person's recent commits; the first by name of several. */
  private String home(String author) {
    String home = "";
    int most = 0;
    for (Map.Entry<String, Integer> each : recent.contextsOf(author).entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        home = each.getKey();
      }
    }
    return home;
  }

  private List<AuthorWork> authors() {
    List<AuthorWork> authors = new ArrayList<>();
    recent.commits.forEach(
        (author, commits) -> {
          SortedMap<String, Integer> touched = recent.contextsOf(author);
          String home = home(author);
          List<String> contexts = new ArrayList<>(touched.keySet());
          contexts.removeIf(each -> touched.getOrDefault(each, 0) < COMMITS_THAT_ARE_WORK);
          contexts.sort(comparingInt(each -> -touched.getOrDefault(each, 0)));
          double atHome = (double) touched.getOrDefault(home, 0) / commits;
          authors.add(new AuthorWork(author, commits, home, atHome, contexts));
        });
    authors.sort(
        comparingInt((AuthorWork each) -> -each.contexts().size())
            .thenComparingInt(each -> -each.commits())
            .thenComparing(AuthorWork::author));
    return authors;
  }
}
