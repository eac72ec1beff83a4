package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.BuildFile;
import dev.msvc.analyzers.source.Dependency;
import dev.msvc.analyzers.source.SourceText;
import dev.msvc.analyzers.sql.Vendors;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Place;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vendor of the database in production, as configuration tells: by the addresses of data
 * sources, in files for production before all others, then by dialects and drivers that are set,
 * else by the driver that the build has. Known only where these agree on one that is not embedded.
 */
final class ProductionVendor {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)jdbc:(?:p6spy:|log4jdbc:)?([a-z0-9]+):");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?m)^\\s*(?:spring\\.(?:sql\\.init|datasource)\\.)?platform\\s*[=:]\\s*\"?([a-z0-9]+)");
  private static final Pattern DIALECT =
      Pattern.compile(
          "\\bdialect\\.(mysql|mariadb|postgres(?:ql|plus)?|oracle|sqlserver|db2|h2|hsql|derby|sybase)\\w*Dialect",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DRIVER_CLASS =
      Pattern.compile(
          "\\b(?:(?:com|org)\\.(mysql|mariadb)\\.(?:cj\\.)?jdbc\\.|org\\.(postgresql)\\.(?:xa\\.|ds\\.)?\\w*(?:Driver|DataSource)"
              + "|(oracle)\\.jdbc\\.|com\\.microsoft\\.(sqlserver)\\.jdbc\\.|com\\.ibm\\.(db2)\\.jcc\\.)");
  private static final Pattern FOR_PRODUCTION =
      Pattern.compile("[-_./](?:prod|production|live)[-_./]");
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?:.*[-_.])?(?:application|bootstrap|persistence|hibernate|context|applicationcontext"
              + "|datasource|database|jdbc|db|standalone|server|spring|config)[^/]*"
              + "\\.(?:properties|ya?ml|xml)");
  private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*[#!].*$");
  private static final Pattern VISIBLE = Pattern.compile("[^\\n]");

  /** Drivers by group and artifact; one of PostgreSQL is called as what starts it in tests. */
  private static final Pattern DRIVER =
      Pattern.compile(
          "(?<mysql>.*:(?:mysql-connector-j(?:ava)?|mariadb-java-client))"
              + "|(?<postgresql>(?:org\\.)?(?:postgresql)?:postgresql)"
              + "|(?<mssql>.*:mssql-jdbc)|(?<oracle>.*:ojdbc\\d+)|(?<db2>com\\.ibm\\.db2.*:.*)");

  private static final List<String> FAMILIES =
      List.of("mysql", "postgresql", "mssql", "oracle", "db2");

  private final List<Vendor> production = new ArrayList<>();
  private final List<Vendor> addresses = new ArrayList<>();
  private final List<Vendor> classes = new ArrayList<>();
  private final List<Vendor> drivers = new ArrayList<>();

  private ProductionVendor() {}

  /** The vendor, and where it is said first; unknown where nothing tells it, or several. */
  static Vendor of(Sources sources) {
    ProductionVendor told = new ProductionVendor();
    for (ResourceFile each : sources.resources()) {
      if (CONFIGURATION.matcher(each.fileName().toLowerCase(Locale.ROOT)).matches()) {
        told.configuration(each);
      }
    }
    told.builds(sources);
    for (List<Vendor> each : List.of(told.production, told.addresses, told.classes, told.drivers)) {
      if (!each.isEmpty()) {
        boolean one = each.stream().map(Vendor::name).distinct().count() == 1;
        return one ? each.get(0) : Vendor.UNKNOWN;
      }
    }
    return Vendor.UNKNOWN;
  }

  private void configuration(ResourceFile file) {
    String text = withoutComments(file);
    List<Vendor> here = new ArrayList<>();
    for (Pattern each : List.of(ADDRESS, PLATFORM)) {
      find(each, text, file.file(), here);
    }
    addresses.addAll(here);
    if (FOR_PRODUCTION.matcher("/" + file.file().toLowerCase(Locale.ROOT)).find()) {
      production.addAll(here);
    }
    for (Pattern each : List.of(DIALECT, DRIVER_CLASS)) {
      find(each, text, file.file(), classes);
    }
  }

  /** What is only remembered in a file is not set; lines stay where they are. */
  private static String withoutComments(ResourceFile file) {
    Pattern comment = file.extension().equals("xml") ? XML_COMMENT : LINE_COMMENT;
    return comment
        .matcher(file.text())
        .replaceAll(each -> VISIBLE.matcher(each.group()).replaceAll(" "));
  }

  private static void find(Pattern pattern, String text, String file, List<Vendor> found) {
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          add(matcher.group(i), new Place(file, SourceText.lineAt(text, matcher.start())), found);
        }
      }
    }
  }

  private static void add(String name, Place place, List<Vendor> found) {
    String lower = name.toLowerCase(Locale.ROOT);
    String family = Vendors.family(lower.equals("postgresplus") ? "postgresql" : lower);
    if (!family.isEmpty() && !Vendors.isEmbedded(family)) {
      found.add(new Vendor(family, place));
    }
  }

  private void builds(Sources sources) {
    Map<String, BuildFile> builds = new TreeMap<>();
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("project", new FactCollector())) {
      if (each.file().fileName().equals("pom.xml")) {
        builds.put(each.file().file(), BuildFile.ofMaven(each.root()));
      }
    }
    for (ResourceFile each : sources.resources()) {
      if (BuildFile.isOfGradle(each.fileName())) {
        builds.put(each.file(), BuildFile.ofGradle(each.text()));
      }
    }
    BuildFile.settled(builds)
        .forEach((file, build) -> build.used().forEach(each -> driver(each, file)));
  }

  private void driver(Dependency dependency, String file) {
    Matcher driver = DRIVER.matcher(dependency.group() + ":" + dependency.artifact());
    if (driver.matches() && !dependency.isForTests()) {
      for (String each : FAMILIES) {
        if (driver.group(each) != null) {
          drivers.add(new Vendor(each, new Place(file, dependency.line())));
        }
      }
    }
  }
}
