package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Home;
import dev.msvc.analyzers.mapping.Entity.Property;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tables Envers keeps the old states of entities in. */
final class Envers {
  private static final String ENVERS = "org.hibernate.envers.";

  private final MappedTypes types;
  private final Naming naming;
  private final String prefix;
  private final String suffix;

  Envers(MappedTypes types, Naming naming, Configured configured) {
    this.types = types;
    this.naming = naming;
    prefix = configured.get("org.hibernate.envers.audit_table_prefix", "");
    suffix = configured.get("org.hibernate.envers.audit_table_suffix", "_AUD");
  }

  /** Those of one entity; none where it is not audited. */
  List<String> tables(Mapped type, List<Home> homes, Collection<Property> properties) {
    List<Mapped> hierarchy = types.hierarchy(type);
    boolean whole =
        hierarchy.stream().anyMatch(each -> has(each.marks(), "Audited"))
            && !has(type.marks(), "NotAudited");
    Set<String> members = new LinkedHashSet<>();
    for (Mapped each : hierarchy) {
      for (Member member : each.members()) {
        if (whole ? !has(member.marks(), "NotAudited") : has(member.marks(), "Audited")) {
          members.add(member.name());
        }
      }
    }
    if (!whole && members.isEmpty()) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>();
    Mark given = Jpa.named(type.marks(), ENVERS + "AuditTable");
    String named = given == null ? "" : given.given("value");
    for (Home each : homes) {
      boolean own = !named.isEmpty() && all.isEmpty();
      all.add(own ? naming.table(TableNames.schema(given), named) : audit(each.table()));
    }
    for (Property each : properties) {
      boolean linked = !each.table().isEmpty() && each.owning();
      if (linked && each.declaredBy().equals(type.name()) && members.contains(each.name())) {
        all.add(audit(each.table()));
      }
    }
    return List.copyOf(all);
  }

  private String audit(String table) {
    int dot = table.lastIndexOf('.') + 1;
    return table.substring(0, dot) + naming.table("", prefix + table.substring(dot) + suffix);
  }

  private static boolean has(List<Mark> marks, String name) {
    return Jpa.named(marks, ENVERS + name) != null;
  }

  /** The table of revisions where no entity of the system's own is one. */
  List<String> revisions(Collection<Mapped> entities) {
    boolean audited = entities.stream().anyMatch(Envers::isAudited);
    boolean own = entities.stream().anyMatch(each -> has(each.marks(), "RevisionEntity"));
    return audited && !own ? List.of(naming.table("", "REVINFO")) : List.of();
  }

  private static boolean isAudited(Mapped entity) {
    return has(entity.marks(), "Audited")
        || entity.members().stream().anyMatch(each -> has(each.marks(), "Audited"));
  }
}
