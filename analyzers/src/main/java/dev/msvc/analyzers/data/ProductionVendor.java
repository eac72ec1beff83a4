package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.sql.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vendor of the database in production, as configuration tells: by the addresses of data
 * sources, in files for production before all others, else by the driver that the build has. Known
 * only where these agree on one that is not embedded.
 */
final class ProductionVendor {
  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:(?:p6spy:|log4jdbc:)?([a-z0-9]+):", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?m)^\\s*(?:spring\\.(?:sql\\.init|datasource)\\.)?platform\\s*[=:]\\s*\"?([a-z0-9]+)");
  private static final Pattern FOR_PRODUCTION =
      Pattern.compile("[-_./](?:prod|production|live)[-_./]");
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?:application|bootstrap|persistence|hibernate|context|applicationcontext|datasource|database"
              + "|jdbc|db|standalone|server|spring|config)[^/]*\\.(?:properties|ya?ml|xml)");
  private static final Set<String> BUILDS = Set.of("pom.xml", "build.gradle", "build.gradle.kts");
  private static final Pattern DRIVER =
      Pattern.compile(
          "(?<mysql>mysql-connector-j(?:ava)?|mariadb-java-client)|(?<postgresql>org\\.postgresql)"
              + "|(?<mssql>mssql-jdbc)|(?<oracle>ojdbc\\d+)|(?<db2>com\\.ibm\\.db2)");
  private static final List<String> FAMILIES =
      List.of("mysql", "postgresql", "mssql", "oracle", "db2");
  private static final Pattern TEST = Pattern.compile("<scope>\\s*test\\s*</scope>");
  private static final int NEAR = 250;

  private ProductionVendor() {}

  /** The family of the vendor; empty where it is not known. */
  static String of(List<ResourceFile> resources) {
    SortedSet<String> production = new TreeSet<>();
    SortedSet<String> all = new TreeSet<>();
    SortedSet<String> drivers = new TreeSet<>();
    for (ResourceFile each : resources) {
      String name = each.fileName().toLowerCase(Locale.ROOT);
      if (BUILDS.contains(name)) {
        drivers.addAll(drivers(each.text()));
      } else if (CONFIGURATION.matcher(name).matches()) {
        List<String> found = addresses(each.text());
        all.addAll(found);
        String path = "/" + each.file().toLowerCase(Locale.ROOT);
        if (FOR_PRODUCTION.matcher(path).find()) {
          production.addAll(found);
        }
      }
    }
    for (SortedSet<String> told : List.of(production, all, drivers)) {
      if (!told.isEmpty()) {
        return told.size() == 1 ? told.first() : "";
      }
    }
    return "";
  }

  private static List<String> addresses(String text) {
    List<String> found = new ArrayList<>();
    for (Pattern each : List.of(ADDRESS, PLATFORM)) {
      for (Matcher matcher = each.matcher(text); matcher.find(); ) {
        add(found, matcher.group(1));
      }
    }
    return found;
  }

  private static List<String> drivers(String text) {
    List<String> found = new ArrayList<>();
    for (Matcher driver = DRIVER.matcher(text); driver.find(); ) {
      int line = text.lastIndexOf('\n', driver.start()) + 1;
      int end = text.indexOf("</dependency>", driver.end());
      int behind = end < 0 ? driver.end() : Math.min(end, driver.end() + NEAR);
      boolean test =
          text.substring(line, driver.start()).toLowerCase(Locale.ROOT).contains("test")
              || TEST.matcher(text.substring(driver.end(), behind)).find();
      if (!test) {
        FAMILIES.stream().filter(each -> driver.group(each) != null).forEach(found::add);
      }
    }
    return found;
  }

  private static void add(List<String> found, String name) {
    String family = Vendors.family(name);
    if (!family.isEmpty() && !Vendors.isEmbedded(family)) {
      found.add(family);
    }
  }
}
