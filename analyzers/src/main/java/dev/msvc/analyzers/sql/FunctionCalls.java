package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names in statements that are followed by a bracket, as those of functions are. */
public final class FunctionCalls {
  /** Words of the language, and functions that every database brings. */
  private static final Set<String> BUILT_IN =
      Set.of(
          ("if while and or not in exists values set on as then else when case return returns loop"
                  + " elsif elseif by into from join using where having select update insert delete"
                  + " table varchar char numeric number decimal varchar2 nvarchar int over any all"
                  + " some between like is null cast convert coalesce count sum min max avg to_char"
                  + " to_date nvl upper lower trim substr substring replace length round trunc abs"
                  + " extract unnest now decode isnull ifnull concat format raise for limit partition"
                  + " mod power sqrt floor ceil ceiling sign greatest least nullif nextval currval"
                  + " instr charindex position to_number to_timestamp add_months months_between"
                  + " last_day getdate sysdate date year month day hour minute second datediff"
                  + " dateadd date_part date_trunc left right lpad rpad ltrim rtrim char_length len"
                  + " row_number rank string_agg array_agg group_concat listagg group order union")
              .split(" "));

  private static final Set<String> BEFORE_TABLES = Set.of("into", "table", "references");

  private FunctionCalls() {}

  /** Whether a name is a word of SQL, or a function that every database brings. */
  static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The names in a text of SQL or JPQL, each once, sorted; JPQL's {@code function('f', x)} is a
   * call of {@code f}.
   */
  public static List<String> in(String text) {
    return in(Tokens.of(Tokens.withoutPlaceholders(text)));
  }

  static List<String> in(List<Token> tokens) {
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (!tokens.get(i).sign("(")) {
        continue;
      }
      int first = firstOfName(tokens, i);
      if (first == i || (first > 0 && tokens.get(first - 1).isAny(BEFORE_TABLES))) {
        continue;
      }
      String name = name(tokens, first, i);
      boolean named =
          name.equalsIgnoreCase("function")
              && i + 1 < tokens.size()
              && tokens.get(i + 1).kind() == Kind.STRING;
      if (named) {
        names.add(Literals.plain(tokens.get(i + 1).text()));
      } else if (!isBuiltIn(name) && name.indexOf(Tokens.HOLE) < 0) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** The name right before a place, with what it is qualified by; empty for none. */
  static String before(List<Token> tokens, int behind) {
    return name(tokens, firstOfName(tokens, behind), behind);
  }

  private static int firstOfName(List<Token> tokens, int behind) {
    int first = behind;
    while (first > 0 && tokens.get(first - 1).isName()) {
      first--;
      boolean qualified = first > 1 && tokens.get(first - 1).sign(".");
      if (!qualified || !tokens.get(first - 2).isName()) {
        return first;
      }
      first--;
    }
    return first;
  }

  private static String name(List<Token> tokens, int from, int behind) {
    StringBuilder name = new StringBuilder();
    tokens.subList(from, behind).forEach(each -> name.append(each.text()));
    return name.toString();
  }
}
