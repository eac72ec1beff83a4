package dev.msvc.analyzers.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Analysis;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Operation;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Standing;
import dev.msvc.model.Standing.Alternative;
import dev.msvc.model.Unplaced;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is asked, and what is not. */
class QuestionsTest {
  private final Contexts shop = new Contexts();
  private final SortedMap<String, Standing> standings = new TreeMap<>();
  private final SortedMap<String, String> told = new TreeMap<>();
  private List<Unplaced> mustSplit = List.of();

  private void type(String context, String name) {
    shop.type(context, name);
  }

  private void refers(String from, String... to) {
    for (String each : to) {
      shop.refers(from, each, ReferenceKind.CALL);
    }
  }

  /** A class that is in its context in half of the runs, else in another. */
  private void doubt(String context, String other, String... names) {
    for (String each : names) {
      type(context, each);
      standings.put(each, new Standing(0.5, List.of(new Alternative(other, 0.4)), ""));
    }
  }

  private List<Question> questions() {
    ContextMap map = shop.map();
    Decomposition plain = map.decomposition();
    return Questions.of(
        new ContextMap(
            new Analysis(
                map.facts(),
                new Decomposition(
                    plain.contexts(),
                    plain.shared(),
                    mustSplit,
                    plain.technical(),
                    plain.owners(),
                    plain.dependencies(),
                    told,
                    standings),
                map.analysis().advice())));
  }

  private static List<String> asks(List<Question> questions) {
    return questions.stream().map(Question::ask).toList();
  }

  @Test
  void aClassInDoubtIsAskedWithSharesEvidenceAndCommandsOfBothSides() {
    type("cart", "a.Cart");
    type("cart", "c.Basket");
    type("order", "b.Order");
    type("order", "b.OrderLine");
    refers("c.Basket", "a.Cart");
    doubt("cart", "order", "a.Coupon");
    refers("a.Coupon", "a.Cart", "b.Order");
    refers("b.OrderLine", "a.Coupon");

    Question question = questions().get(0);

    assertThat(question.kind()).isEqualTo(Question.Kind.PLACE);
    assertThat(question.ask()).isEqualTo("Does Coupon belong to cart or to order?");
    assertThat(question.subject()).isEqualTo("a.Coupon");
    assertThat(question.answers())
        .containsExactly(
            new Answer(
                "cart",
                0.5,
                "1 reference with Cart; 1 class in the same package",
                List.of("pin", "a.Coupon")),
            new Answer(
                "order",
                0.4,
                "2 references with Order, OrderLine",
                List.of("move", "a.Coupon", "--to", "order")));
    // itself, and the three that are tied to it
    assertThat(question.changes()).isEqualTo(4);
  }

  @Test
  void whatIsSureOrToldIsNotAsked() {
    type("order", "b.Order");
    doubt("cart", "order", "a.Coupon", "a.Voucher");
    standings.put("a.Coupon", new Standing(0.6, List.of(new Alternative("order", 0.4)), ""));
    standings.put("a.Voucher", Standing.TOLD);
    told.put("a.Voucher", "pinned by msvc.yaml:3");

    assertThat(questions()).isEmpty();
  }

  @Test
  void layersOfOneThingAreAskedTogetherAndStrangersOfOneWordAreNot() {
    type("order", "b.Order");
    type("cart", "a.Cart");
    type("cart", "c.Other");
    doubt("cart", "order", "a.CouponController", "c.CouponService", "c.CouponDao");
    refers("a.CouponController", "c.CouponService");
    refers("c.CouponService", "c.CouponDao", "b.Order");
    doubt("cart", "order", "e.PriceTag", "f.PriceTag");
    type("cart", "e.Else");
    type("cart", "f.Else");

    assertThat(asks(questions()))
        .containsExactly(
            "Do CouponController, CouponDao and CouponService belong to cart or to order?",
            "Does PriceTag belong to cart or to order?",
            "Does PriceTag belong to cart or to order?");
  }

  @Test
  void aPackageThatIsInDoubtAsAWholeIsMovedByItsName() {
    type("order", "b.Order");
    type("cart", "a.Cart");
    doubt("cart", "order", "c.Coupon", "c.Voucher");

    Question question = questions().get(0);

    assertThat(question.ask()).isEqualTo("Does package c (2 classes) belong to cart or to order?");
    assertThat(question.answers().get(1).command()).containsExactly("move", "c", "--to", "order");
  }

  @Test
  void whatHangsOnAClassIsSaidToFollow() {
    type("order", "b.Order");
    type("cart", "a.Cart");
    type("cart", "c.CouponCode");
    doubt("cart", "order", "a.Coupon");
    refers("c.CouponCode", "a.Coupon");
    refers("a.Coupon", "a.Cart", "b.Order");
    refers("a.Cart", "a.Coupon");
    refers("a.Cart", "a.Basket");

    assertThat(questions().get(0).answers().get(1).evidence())
        .isEqualTo("1 reference with Order; likely to follow: Cart, CouponCode");
  }

  @Test
  void theOwnerOfATableIsAskedWhereOthersWriteIt() {
    type("cart", "a.Cart");
    type("order", "b.Order");
    shop.table("cart", "coupons");
    shop.access("a.Cart", "x", Operation.INSERT, "coupons");
    shop.access("b.Order", "x", Operation.UPDATE, "coupons");
    shop.access("b.Order", "y", Operation.SELECT, "coupons");

    Question question = questions().get(0);

    assertThat(question.ask()).isEqualTo("Who owns table coupons?");
    assertThat(question.answers())
        .extracting(Answer::evidence)
        .containsExactly("1 of 2 writes, and 0 reads", "1 of 2 writes, and 1 read");
    assertThat(question.answers().get(1).command())
        .containsExactly("move", "table/coupons", "--to", "order");
  }

  @Test
  void whoMakesTheRowsOfATableComesFirst() {
    type("account", "a.Account");
    type("audit", "b.Audit");
    type("zoo", "c.Zoo");
    shop.table("zoo", "log");
    shop.access("a.Account", "x", Operation.UPDATE, "log");
    shop.access("a.Account", "y", Operation.UPDATE, "log");
    shop.access("b.Audit", "x", Operation.INSERT, "log");
    shop.access("c.Zoo", "x", Operation.UPDATE, "log");

    assertThat(questions().get(0).answers())
        .extracting(Answer::context)
        .containsExactly("zoo", "audit", "account");
  }

  @Test
  void aSharedClassIsAskedWhereOneContextHasHalfOfIt() {
    type("cart", "a.Cart");
    type("order", "b.Order");
    type("", "c.Money");
    type("", "c.Dates");
    refers("a.Cart", "c.Money", "c.Money", "c.Money", "c.Dates", "c.Dates");
    refers("b.Order", "c.Money", "c.Dates", "c.Dates");

    List<Question> questions = questions();

    assertThat(asks(questions)).containsExactly("Is Money shared, or of cart?");
    assertThat(questions.get(0).answers())
        .extracting(Answer::command)
        .containsExactly(List.of("pin", "c.Money"), List.of("move", "c.Money", "--to", "cart"));
    told.put("c.Money", "pinned by msvc.yaml:3");
    assertThat(questions()).isEmpty();
  }

  @Test
  void aClassToSplitMayGoToOneContextInstead() {
    type("cart", "a.Cart");
    type("order", "b.Order");
    mustSplit =
        List.of(
            new Unplaced(
                "c.Facade",
                "order",
                "it does all",
                new TreeMap<>(Map.of("cart", List.of("a"), "order", List.of("b", "c")))));

    Question question = questions().get(0);

    assertThat(question.ask()).isEqualTo("Is Facade split, or does it go to order as a whole?");
    assertThat(question.answers()).extracting(Answer::context).containsExactly("", "order", "cart");
  }

  @Test
  void noMoreThanTwentyAreAsked() {
    type("order", "b.Order");
    for (int i = 0; i < 30; i++) {
      doubt("cart", "order", "p%d.Thing%d".formatted(i, i));
    }

    assertThat(questions()).hasSize(20);
  }
}
