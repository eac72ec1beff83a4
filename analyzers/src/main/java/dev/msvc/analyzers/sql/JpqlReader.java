package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.JpqlStatement.Entity;
import dev.msvc.analyzers.sql.JpqlStatement.Path;
import dev.msvc.analyzers.sql.Token.Kind;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JPQL and HQL. Its own small reader, since SQL's grammar has no paths to join, no {@code
 * new}, no {@code member of} and wants a SELECT.
 */
public final class JpqlReader {
  private static final int MOST_TOKENS = 20_000;
  private static final int DEEPEST = 60;
  private static final Set<String> FIRST =
      Set.of("select", "from", "update", "delete", "insert", "with");
  private static final Set<String> KEYWORDS =
      Set.of(
          ("select distinct new from as join left right inner outer full cross fetch on with where"
                  + " group by having order asc desc nulls first last union all intersect except"
                  + " set update delete insert into values versioned and or not in like escape"
                  + " between is null empty member of exists any some case when then else end"
                  + " true false current_date current_time current_timestamp local date time"
                  + " datetime object class type treat limit offset rows only next row both"
                  + " leading trailing count")
              .split(" "));

  /** Keywords that can't follow what is queried, so that they name it there. */
  private static final Set<String> ALIASES =
      Set.of("type", "object", "class", "count", "date", "time");

  private static final Set<String> FROM_FUNCTIONS = Set.of("trim", "extract", "substring");

  private static final int MOST_REMEMBERED = 20_000;
  private static final int LONGEST = 10_000;

  private final Map<String, JpqlStatement> remembered = new ConcurrentHashMap<>();

  /** Reads one statement; one that was asked for before is not read again. */
  public JpqlStatement read(String jpql) {
    JpqlStatement known = remembered.get(jpql);
    if (known == null) {
      known = readNew(jpql);
      if (jpql.length() < LONGEST && remembered.size() < MOST_REMEMBERED) {
        remembered.put(jpql, known);
      }
    }
    return known;
  }

  private static JpqlStatement readNew(String jpql) {
    List<Token> tokens = Tokens.of(Tokens.withoutPlaceholders(jpql));
    return new Reading(tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS))).statement();
  }

  /** What an alias stands for: an entity, or a path from one. */
  private record Root(String entity, String path, Operation op) {
    String with(String rest) {
      return path.isEmpty() ? rest : path + "." + rest;
    }
  }

  /** One query or subquery, from its first token to behind its last. */
  private static final class Query {
    final @Nullable Query outer;
    final Map<String, Root> roots = new HashMap<>();
    int declared;
    @Nullable Root unnamed;

    Query(@Nullable Query outer) {
      this.outer = outer;
    }

    @Nullable Root root(String alias) {
      for (Query query = this; query != null; query = query.outer) {
        Root root = query.roots.get(alias.toLowerCase(Locale.ROOT));
        if (root != null) {
          return root;
        }
      }
      return null;
    }
  }

  private static final class Reading {
    private final List<Token> tokens;
    private final List<Entity> entities = new ArrayList<>();
    private final Set<Path> paths = new TreeSet<>();
    private final Query[] queryOf;
    private final boolean[] declares;
    private boolean dynamic;
    private boolean sure = true;

    /** Where the statement's own condition begins: what it names there is not changed. */
    private int condition = Integer.MAX_VALUE;

    Reading(List<Token> tokens) {
      this.tokens = tokens;
      this.queryOf = new Query[tokens.size()];
      this.declares = new boolean[tokens.size()];
    }

    JpqlStatement statement() {
      if (!tokens.isEmpty() && tokens.get(0).isAny(FIRST)) {
        findQueries();
        for (int i = tokens.size() - 1; i >= 0; i--) {
          condition = word(i).equals("where") && queryOf[i] == queryOf[0] ? i : condition;
        }
        for (int i = 0; i < tokens.size(); i++) {
          declaration(i);
        }
        for (int i = 0; i < tokens.size(); i++) {
          i = path(i);
        }
      }
      boolean parsed = sure && !dynamic && !entities.isEmpty();
      return new JpqlStatement(
          entities, List.copyOf(paths), dynamic, parsed ? Certainty.PARSED : Certainty.GUESSED);
    }

    /** Says for each token which query it is part of. */
    private void findQueries() {
      List<Query> open = new ArrayList<>();
      open.add(new Query(null));
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        Query current = open.get(open.size() - 1);
        queryOf[i] = current;
        if (token.sign("(")) {
          boolean subquery = word(i + 1).equals("select") || word(i + 1).equals("from");
          open.add(subquery && open.size() < DEEPEST ? new Query(current) : current);
        } else if (token.sign(")") && open.size() > 1) {
          open.remove(open.size() - 1);
        } else if (token.sign(")")) {
          sure = false;
        }
      }
      sure &= open.size() == 1;
    }

    private void declaration(int i) {
      switch (word(i)) {
        case "from" -> {
          if (!isInFunction(i)) {
            list(i + 1, word(i - 1).equals("delete") ? Operation.DELETE : Operation.SELECT);
          }
        }
        case "join" -> one(word(i + 1).equals("fetch") ? i + 2 : i + 1, Operation.SELECT);
        case "update" -> {
          if (i == 0) {
            one(word(1).equals("versioned") ? 2 : 1, Operation.UPDATE);
          }
        }
        case "delete" -> {
          if (i == 0 && !word(1).equals("from")) {
            one(1, Operation.DELETE);
          }
        }
        case "into" -> {
          if (word(i - 1).equals("insert")) {
            one(i + 1, Operation.INSERT);
          }
        }
        default -> {}
      }
    }

    private boolean isInFunction(int i) {
      int depth = 0;
      for (int at = i - 1; at >= 0 && i - at < 12; at--) {
        if (tokens.get(at).sign(")")) {
          depth++;
        } else if (tokens.get(at).sign("(") && depth-- == 0) {
          return FROM_FUNCTIONS.contains(word(at - 1));
        }
      }
      return false;
    }

    private void list(int from, Operation op) {
      int at = one(from, op);
      while (at < tokens.size() && tokens.get(at).sign(",")) {
        at = one(at + 1, op);
      }
    }

    /** Reads an entity or path with its alias; returns the place behind. */
    private int one(int from, Operation op) {
      int at = from;
      boolean wrapped =
          (word(at).equals("in") || word(at).equals("treat") || word(at).equals("lateral"))
              && signAt(at + 1, "(");
      if (wrapped) {
        at += 2;
      } else if (signAt(at, "(")) {
        // a derived table: its alias stands for nothing that is known
        int behind = behindBrackets(at);
        return isName(behind) ? behind + 1 : behind;
      }
      if (at < tokens.size() && tokens.get(at).kind() == Kind.HOLE) {
        dynamic = true;
        return at + 1;
      }
      StringBuilder name = new StringBuilder();
      int start = at;
      while (isName(at)
          || (at > start && at < tokens.size() && signAt(at - 1, ".") && isWord(at))) {
        declares[at] = true;
        name.append(tokens.get(at).text());
        at++;
        if (!signAt(at, ".")) {
          break;
        }
        name.append('.');
        at++;
      }
      if (name.length() == 0) {
        sure = false;
        return from;
      }
      Query query = queryOf[start];
      Root root = root(query, name.toString(), op);
      if (wrapped) {
        if (word(at).equals("as")) {
          at += 2;
        }
        at++;
      }
      if (word(at).equals("as")) {
        at++;
      }
      String alias = "";
      if (isName(at) || ALIASES.contains(word(at))) {
        alias = tokens.get(at).text();
        declares[at] = true;
        at++;
      }
      declare(query, root, name.toString(), alias, op);
      return at;
    }

    private @Nullable Root root(Query query, String name, Operation op) {
      int dot = name.indexOf('.');
      Root parent = dot < 0 ? null : query.root(name.substring(0, dot));
      if (parent == null) {
        return null;
      }
      String path = parent.with(name.substring(dot + 1));
      paths.add(new Path(parent.entity(), path, parent.op()));
      return new Root(parent.entity(), path, op == Operation.SELECT ? op : parent.op());
    }

    private void declare(
        Query query, @Nullable Root pathRoot, String name, String alias, Operation op) {
      Root root = pathRoot;
      if (root == null) {
        String entity = name.equals(Tokens.ENTITY_NAME) ? "#{#entityName}" : name;
        if (name.indexOf(Tokens.HOLE) >= 0) {
          dynamic = true;
          return;
        }
        entities.add(new Entity(entity, alias, op));
        root = new Root(entity, "", op);
        query.declared++;
        query.unnamed = query.declared == 1 && alias.isEmpty() ? root : null;
        if (alias.isEmpty()) {
          query.roots.putIfAbsent(
              name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), root);
        }
      }
      if (!alias.isEmpty()) {
        query.roots.putIfAbsent(alias.toLowerCase(Locale.ROOT), root);
      }
    }

    /** Notes the path that begins here; returns the place of its last token. */
    private int path(int i) {
      if (!isWord(i) || declares[i]) {
        return i;
      }
      if (word(i).equals("new")) {
        return behindName(i + 1) - 1;
      }
      int behind = behindName(i);
      if (signAt(behind, "(") && behind == i + 1) {
        return i;
      }
      Query query = queryOf[i];
      String first = tokens.get(i).text();
      Root root = query.root(first);
      if (root != null && behind > i + 1) {
        note(root, i + 2, behind);
      } else if (root == null && query.unnamed != null && !tokens.get(i).isAny(KEYWORDS)) {
        boolean constant = behind > i + 1 && isConstant(i, behind);
        if (!constant && (i == 0 || !word(i - 1).equals("as"))) {
          note(query.unnamed, i, behind);
        }
      } else if (root == null && behind > i + 1 && !isConstant(i, behind)) {
        sure = false;
      }
      return behind - 1;
    }

    private void note(Root root, int from, int behind) {
      StringBuilder path = new StringBuilder();
      for (int i = from; i < behind; i++) {
        path.append(tokens.get(i).text());
      }
      String text = path.toString();
      if (text.indexOf(Tokens.HOLE) < 0 && !text.isEmpty()) {
        boolean asks = root.op() == Operation.UPDATE && from > condition;
        paths.add(new Path(root.entity(), root.with(text), asks ? Operation.SELECT : root.op()));
      }
    }

    /** Whether a name with dots is that of an enum's constant or a class. */
    private boolean isConstant(int from, int behind) {
      for (int i = from; i < behind; i++) {
        if (Character.isUpperCase(tokens.get(i).text().charAt(0))) {
          return true;
        }
      }
      return false;
    }

    private int behindName(int from) {
      int at = from;
      while (isWord(at)) {
        at++;
        if (!signAt(at, ".") || !isWord(at + 1)) {
          break;
        }
        at++;
      }
      return at;
    }

    private int behindBrackets(int open) {
      int depth = 0;
      for (int i = open; i < tokens.size(); i++) {
        depth += signAt(i, "(") ? 1 : signAt(i, ")") ? -1 : 0;
        if (depth == 0) {
          return i + 1;
        }
      }
      return tokens.size();
    }

    private boolean isWord(int i) {
      return i < tokens.size() && tokens.get(i).kind() == Kind.WORD;
    }

    private boolean isName(int i) {
      // 'order', 'group' and 'member' are names of entities, too, where a name must stand
      return isWord(i) && (!tokens.get(i).isAny(KEYWORDS) || isCapitalized(i));
    }

    private boolean isCapitalized(int i) {
      String text = tokens.get(i).text();
      return text.length() > 1
          && Character.isUpperCase(text.charAt(0))
          && Character.isLowerCase(text.charAt(1))
          && (i == 0
              || signAt(i - 1, ",")
              || Set.of("from", "join", "update", "into", "delete").contains(word(i - 1)));
    }

    private boolean signAt(int i, String sign) {
      return i >= 0 && i < tokens.size() && tokens.get(i).sign(sign);
    }

    private String word(int i) {
      return i < 0 || !isWord(i) ? "" : tokens.get(i).lower();
    }
  }
}
