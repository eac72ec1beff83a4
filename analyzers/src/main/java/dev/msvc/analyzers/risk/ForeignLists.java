package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Join;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Severity;
import dev.msvc.model.TypeFact;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Statements that join tables of several owners: lists, searches, reports and exports. */
final class ForeignLists implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F04-FOREIGN-LISTS",
          "lists and reports over tables of several contexts",
          "one SQL or JPQL statement uses tables of two owners or more; those in methods that by"
              + " name or parameter list, search, page, export or report come first",
          "No remote call replaces a join that is filtered, sorted or paged: the screen is slow or"
              + " wrong on the day the tables part.",
          "Give each a read model in the context that shows it: fed by events or change data"
              + " capture, with an owner and a stated lag; where only names are shown, fetch them"
              + " by their ids in one batch.");

  private static final Pattern LISTING =
      Pattern.compile(
          "report|search|list|export|dashboard|statistic|paged|pagina|findall|fetchall|getall"
              + "|retrieveall|selectall|overview|summary|filter|criteria|query|grid");

  private static final Set<String> PAGING =
      Set.of("Pageable", "PageRequest", "Page", "RowBounds", "IPage", "SearchParameters", "Sort");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Join join : ground.facts().joins()) {
      SortedSet<String> owners = ground.owners(join.tables());
      if (owners.size() < 2 || join.className().isEmpty() || ground.runsOnce(join)) {
        continue;
      }
      String reader = ground.subject(join.className());
      Case found = cases.of(reader).in(owners).in(ground.map().contextOf(join.className()));
      String what =
          Ground.method(join.className(), join.method())
              + " joins "
              + Ground.some(foreign(ground, join, reader));
      if (isListing(ground, join)) {
        found.sawFirst(what, join.place());
      } else {
        found.saw(what, join.place());
      }
    }
    return cases.each(ForeignLists::concluded);
  }

  private static SortedSet<String> foreign(Ground ground, Join join, String reader) {
    SortedSet<String> tables = new TreeSet<>();
    for (String each : join.tables()) {
      String owner = ground.owner(each);
      if (!owner.isEmpty() && !owner.equals(reader)) {
        tables.add(ground.called(Ground.bare(each)) + " of " + owner);
      }
    }
    return tables;
  }

  private static boolean isListing(Ground ground, Join join) {
    String name = Ground.method(join.className(), join.method()).toLowerCase(Locale.ROOT);
    if (LISTING.matcher(name).find()) {
      return true;
    }
    TypeFact type = ground.map().type(join.className());
    if (type == null) {
      return false;
    }
    for (MethodFact method : type.methods()) {
      if (method.name().equals(join.method())
          && method.parameters().stream().map(Ground::simple).anyMatch(PAGING::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Finding concluded(Case found) {
    List<String> others =
        found.contexts().stream().filter(each -> !each.equals(found.subject())).toList();
    String whose =
        found.subject().equals(Ground.NO_CONTEXT) ? "classes of no context" : found.subject();
    return found.says(
        found.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
        "%s of %s %s tables of %s%s"
            .formatted(
                Ground.count(found.count(), "statement"),
                whose,
                found.count() == 1 ? "joins" : "join",
                Ground.some(others),
                found.leading() == 0
                    ? ""
                    : found.leading() == 1
                        ? "; 1 of them lists, searches or pages"
                        : "; %,d of them list, search or page".formatted(found.leading())));
  }
}
