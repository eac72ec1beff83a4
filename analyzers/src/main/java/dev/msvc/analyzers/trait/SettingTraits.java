package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.Channels;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What settings, Spring XML, persistence units and cache files say. */
public final class SettingTraits implements Analyzer {
  private static final long LARGEST = 1 << 17;

  /** Settings by what their keys hold, without case, dashes and underscores. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(usesecondlevelcache|usequerycache)|(multitenancy|multitenant|tenantidentifierresolver)"
              + "|(springjta|jtaplatform|xadatasource|transactionmanagerlookup)|(springflyway|flyway\\."
              + "|springliquibase|liquibase\\.)|(jobstoretype|jobstore\\.class)");

  private static final Pattern LINE = Pattern.compile("^\\s*([\\w.\\-\\[\\]]+)\\s*[:=]\\s*(.*)$");

  private static final Map<String, TraitKind> BEANS =
      Map.ofEntries(
          Map.entry("JtaTransactionManager", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("AtomikosDataSourceBean", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("UserTransactionManager", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("BasicManagedDataSource", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("SpringLiquibase", TraitKind.MIGRATION_TOOL),
          Map.entry("MultiTenantSpringLiquibase", TraitKind.TENANCY),
          Map.entry("Flyway", TraitKind.MIGRATION_TOOL),
          Map.entry("InstrumentationLoadTimeWeaver", TraitKind.WEAVING));

  private static final Set<String> ROOTS =
      Set.of(
          "beans",
          "persistence",
          "ehcache",
          "hibernate-configuration",
          "hibernate-mapping",
          "aspectj");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    XmlFiles xml = XmlFiles.of(sources);
    List<Trait> found = new ArrayList<>();
    FactCollector noted = new FactCollector();
    for (String root : ROOTS.stream().sorted().toList()) {
      // what is broken is noted by those who read these files for their tables and beans
      xml.rooted(root, noted).forEach(each -> read(each, Channels.of(sources), found));
    }
    found.forEach(facts::add);
    List<ResourceFile> settings =
        sources.resources().stream().filter(SettingTraits::isSettings).toList();
    Workers.map(settings, SettingTraits::lines).forEach(each -> each.forEach(facts::add));
  }

  private static boolean isSettings(ResourceFile file) {
    String extension = file.extension();
    boolean settings =
        extension.equals("properties") || extension.equals("yml") || extension.equals("yaml");
    // translations have underscores
    return settings && file.size() <= LARGEST && file.fileName().indexOf('_') < 0;
  }

  private static List<Trait> lines(ResourceFile file) {
    List<Trait> found = new ArrayList<>();
    String text = file.text();
    String plain = plain(text);
    if (!SETTING.matcher(plain).find()) {
      return found;
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher setting = LINE.matcher(line);
      if (setting.matches()) {
        Matcher known = SETTING.matcher(plain(setting.group(1)) + ".");
        if (known.find() && !isOff(setting.group(2))) {
          add(
              found,
              kind(known),
              setting.group(1),
              setting.group(2),
              new Place(file.file(), number));
        }
      }
    }
    return found;
  }

  private static void add(
      List<Trait> found, TraitKind kind, String key, String value, Place place) {
    String name = kind == TraitKind.MIGRATION_TOOL ? tool(key) : key;
    String shown = value.strip();
    // what may be a secret is not repeated
    String detail =
        shown.length() > 40 || shown.contains("@") ? key : (key + " = " + shown).strip();
    found.add(new Trait(kind, name, detail, "", "", place, Certainty.PARSED));
  }

  private static String tool(String key) {
    return key.toLowerCase(Locale.ROOT).contains("flyway") ? "Flyway" : "Liquibase";
  }

  private static boolean isOff(String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    return plain.equals("false") || plain.equals("none") || plain.equals("off");
  }

  private static TraitKind kind(Matcher known) {
    if (known.group(1) != null) {
      return TraitKind.SECOND_LEVEL_CACHE;
    }
    if (known.group(2) != null) {
      return TraitKind.TENANCY;
    }
    if (known.group(5) != null) {
      return TraitKind.JOB_STORE;
    }
    return known.group(3) != null ? TraitKind.DISTRIBUTED_TRANSACTION : TraitKind.MIGRATION_TOOL;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("-", "")
        .replace("_", "")
        .replace("spring.", "spring");
  }

  private static void read(XmlFiles.Parsed file, Channels channels, List<Trait> found) {
    Deque<XmlElement> open = new ArrayDeque<>(List.of(file.root()));
    String className = "";
    while (!open.isEmpty()) {
      XmlElement each = open.pop();
      Place place = new Place(file.file().file(), each.line());
      switch (each.name()) {
        case "bean" -> bean(each, place, found);
        case "class", "subclass", "joined-subclass" -> className = each.attribute("name");
        case "generator" -> {
          if (file.root().name().equals("hibernate-mapping")) {
            IdSources.read(each, qualified(file, className), place, found);
          }
        }
        case "cache", "cacheTemplate" -> cache(file, each, className, place, found);
        case "property", "prop" -> {
          String key = each.attribute("name") + each.attribute("key");
          String value = each.attribute("value") + (each.elements().isEmpty() ? each.text() : "");
          Matcher known = SETTING.matcher(plain(key) + ".");
          if (known.find() && !isOff(value)) {
            add(found, kind(known), key, value, place);
          }
        }
        case "csrf" -> {
          if (!each.attribute("disabled").equals("true")) {
            found.add(trait(TraitKind.CSRF, "csrf", "<csrf/> of Spring Security", place));
          }
        }
        case "inbound-channel-adapter" -> poller(each, channels, place, found);
        case "load-time-weaver", "weaver" ->
            found.add(trait(TraitKind.WEAVING, "load-time", "<" + each.name() + ">", place));
        default -> {}
      }
      List<XmlElement> children = each.elements();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
  }

  /** What Spring Integration asks for by itself: files, mails, rows; and whom it gives them. */
  private static void poller(
      XmlElement adapter, Channels channels, Place place, List<Trait> found) {
    // one that calls a bean is an entry point
    if (!adapter.elements("poller").isEmpty() && adapter.attribute("ref").isEmpty()) {
      boolean folder =
          !(adapter.attribute("directory") + adapter.attribute("remote-directory")).isEmpty();
      String what =
          !adapter.attribute("query").isEmpty()
              ? "a query"
              : folder ? "a folder of files" : "a source";
      String channel = adapter.attribute("channel");
      String detail = "%s is polled for channel %s".formatted(what, channel);
      List<Channels.Server> servers = channels.servers(channel);
      if (servers.isEmpty()) {
        found.add(trait(TraitKind.TIMER, channel, detail, place));
      }
      for (Channels.Server each : servers) {
        found.add(
            new Trait(
                TraitKind.TIMER,
                channel,
                detail,
                each.className(),
                each.method(),
                place,
                Certainty.PARSED));
      }
    }
  }

  private static String qualified(XmlFiles.Parsed file, String className) {
    String prefix = file.root().attribute("package");
    return prefix.isEmpty() || className.indexOf('.') >= 0 ? className : prefix + "." + className;
  }

  private static void bean(XmlElement bean, Place place, List<Trait> found) {
    String type = bean.attribute("class");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    TraitKind kind = BEANS.get(simple);
    if (kind != null) {
      String name = kind == TraitKind.MIGRATION_TOOL ? tool(simple) : simple;
      found.add(trait(kind, name, "a bean of " + simple, place));
    }
    if (bean.attribute("scope").equals("session")) {
      String name = bean.attribute("id").isEmpty() ? simple : bean.attribute("id");
      found.add(
          new Trait(
              TraitKind.SESSION_STATE,
              name,
              "a bean of the session",
              type,
              "",
              place,
              Certainty.PARSED));
    }
  }

  private static void cache(
      XmlFiles.Parsed file, XmlElement cache, String className, Place place, List<Trait> found) {
    switch (file.root().name()) {
      case "hibernate-mapping" ->
          found.add(
              new Trait(
                  TraitKind.SECOND_LEVEL_CACHE,
                  className.substring(className.lastIndexOf('.') + 1),
                  "<cache usage=\"%s\">".formatted(cache.attribute("usage")),
                  className,
                  "",
                  place,
                  Certainty.PARSED));
      case "ehcache" ->
          found.add(trait(TraitKind.CACHE, cache.attribute("name"), "a cache of Ehcache", place));
      default -> {}
    }
  }

  private static Trait trait(TraitKind kind, String name, String detail, Place place) {
    return new Trait(kind, name, detail, "", "", place, Certainty.PARSED);
  }
}
