package dev.msvc.analyzers.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words in an identifier, a table's name or a path. */
public final class Words {
  /** Words of the trade and of the language: they say how a thing is built, not what it is of. */
  private static final Set<String> TRADE =
      Set.copyOf(
          List.of(
              ("abstract access action adapter add advice all and annotation any api app"
                      + " application args array assembler async attribute authenticate auto"
                      + " autoconfiguration base bean begin bo body boolean boot bootstrap build"
                      + " builder bulk business by byte call callback cell change check class clear"
                      + " client cls code codec col collection column com command common component"
                      + " condition config configuration configure configurer constant constants"
                      + " consumer contain content context control controller conversion convert"
                      + " converter copy core count create criteria crud ctx current custom customizer"
                      + " dao data database date day db ddl decode decoder default definition delegate"
                      + " delete deserializer destroy detail dispatch dispatcher do doc domain double"
                      + " dto ejb element empty enable encode encoder end endpoint engine entity entry"
                      + " enum environment equal error evaluator example exception exec execute"
                      + " executor exist external facade factory false feature field file filter find"
                      + " first flag float flush for form format formatter framework from full function"
                      + " gateway generate generator generic get global handle handler has hash header"
                      + " helper hibernate http id identifier idx if impl implementation in index info"
                      + " init initialise initialize initializer input insert instance int integer"
                      + " interceptor interface internal is iterator jakarta java javax jdbc jpa jsf"
                      + " json key keys layer lib limit list listener load loader local locale log"
                      + " logger logging long main make manager map mapper mapping max message"
                      + " messaging meta method migration min misc mock mode model modify module my"
                      + " name new next no node not null number object offset old on op open operation"
                      + " operator option optional or org orm out output page param parameter parent"
                      + " parse parser path persist persistence pojo port post pre predicate prefix"
                      + " prepare presentation primary print process processor producer projection"
                      + " properties property provider proxy publisher put query queue raw read reader"
                      + " record ref reference registry remote remove repo repository req request res"
                      + " reset resolve resolver resource resp response rest result return row run"
                      + " runner save schedule scheduled scheduler schema select send sender serial"
                      + " serializer server service servlet session set setting setup shared simple"
                      + " single sort source spec specification spring sql start static status step stop"
                      + " strategy stream string struct sub support sync system table temp template"
                      + " test text the thread throw time timestamp tmp to tool transform transformer"
                      + " true tx type uid update uri url use usecase util utility utils uuid valid"
                      + " validate validation validator value version view vm vo void web with wrapper"
                      + " write writer xml")
                  .split(" ")));

  private Words() {}

  /**
   * The words of the domain in an identifier: lower case, singular, those of the trade left out.
   */
  public static List<String> domain(String identifier) {
    List<String> words = new ArrayList<>();
    for (String word : split(identifier)) {
      if (isOfTheDomain(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether a word says what a thing is of; no number and no single letter does. */
  static boolean isOfTheDomain(String word) {
    String stem = stem(word);
    return stem.length() > 1
        && !Character.isDigit(stem.charAt(0))
        && !TRADE.contains(word)
        && !TRADE.contains(stem);
  }

  /** Whether a word says how a thing is built and not what it is of. */
  public static boolean isOfTheTrade(String word) {
    return TRADE.contains(word) || TRADE.contains(stem(word));
  }

  /** The words of an identifier in lower case: {@code HTTPOrder_line2} is http, order, line, 2. */
  public static List<String> split(String identifier) {
    List<String> words = new ArrayList<>();
    int start = -1;
    int length = identifier.length();
    for (int i = 0; i <= length; i++) {
      char c = i < length ? identifier.charAt(i) : ' ';
      boolean inside = Character.isLetterOrDigit(c);
      if (start >= 0 && (!inside || startsWord(identifier, i))) {
        words.add(identifier.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (inside && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static boolean startsWord(String s, int i) {
    char before = s.charAt(i - 1);
    char c = s.charAt(i);
    if (Character.isDigit(before) != Character.isDigit(c)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    return !Character.isUpperCase(before)
        || (i + 1 < s.length() && Character.isLowerCase(s.charAt(i + 1)));
  }

  /** The singular of an English plural, by its ending alone. */
  public static String stem(String word) {
    int n = word.length();
    if (n > 4 && word.endsWith("ies")) {
      return word.substring(0, n - 3) + "y";
    }
    if (n > 4
        && (word.endsWith("sses")
            || word.endsWith("xes")
            || word.endsWith("ches")
            || word.endsWith("shes"))) {
      return word.substring(0, n - 2);
    }
    if (n > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return word.substring(0, n - 1);
    }
    return word;
  }
}
