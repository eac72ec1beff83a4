package dev.msvc.analyzers.sql;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;

/** Which of the queries that a WITH names may read themselves. */
final class WithItems {
  private static final Pattern WORD = Pattern.compile("[^\\w$#]+");

  private WithItems() {}

  static boolean isRecursive(WithItem<?> item, List<? extends WithItem<?>> all) {
    // RECURSIVE stands once and counts for all
    return all.stream().anyMatch(WithItem::isRecursive) || readsItselfLater(item);
  }

  /** Whether it reads itself from its second selection on, which Oracle and T-SQL do unsaid. */
  private static boolean readsItselfLater(WithItem<?> item) {
    String name = Uses.withoutQuotes(item.getAliasName()).toLowerCase(Locale.ROOT);
    return item.getParenthesedStatement() instanceof ParenthesedSelect body
        && body.getSelect() instanceof SetOperationList list
        && !WORD.splitAsStream(list.getSelect(0).toString().toLowerCase(Locale.ROOT))
            .toList()
            .contains(name);
  }
}
