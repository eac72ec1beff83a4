// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.application;

import com.acme.shop.orders.domain.Check;
import com.acme.shop.orders.domain.NotFoundException;
import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeDetails;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of number ranges, whoever asks: one method, one transaction. */
@Service
public class NumberRangeService {

  private static final String BEFORE_ALL = "";
  private static final int BATCH = 200;

  private final NumberRangeRepository numberRanges;

  NumberRangeService(NumberRangeRepository numberRanges) {
    this.numberRanges = numberRanges;
  }

  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public NumberRange get(String id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public Page<NumberRange> list(int size, @Nullable String pageToken) {
    String after =
        PageToken.read(pageToken, BEFORE_ALL, text -> Check.characters("pageToken", text));
    return Page.of(
        numberRanges.findAfter(after, Page.size(size) + 1), Page.size(size), NumberRange::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('shop-orders-read')")
  public Stream<NumberRange> stream() {
    return Stream.iterate(
            numberRanges.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> numberRanges.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public NumberRange update(String id, long version, NumberRangeDetails details) {
    return change(id, version, numberRange -> numberRange.update(details));
  }

  private NumberRange change(String id, @Nullable Long version, Consumer<NumberRange> change) {
    NumberRange numberRange = find(id);
    numberRange.expectVersion(version);
    change.accept(numberRange);
    return numberRanges.save(numberRange);
  }

  private NumberRange find(String id) {
    return numberRanges
        .findById(Check.characters("id", id))
        .orElseThrow(() -> new NotFoundException("number range", id));
  }
}
