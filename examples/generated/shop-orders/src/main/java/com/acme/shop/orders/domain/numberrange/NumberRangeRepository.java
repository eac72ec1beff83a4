// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

import java.util.List;
import java.util.Optional;

/** Where number ranges are kept. */
public interface NumberRangeRepository {

  Optional<NumberRange> findById(String id);

  /** The number ranges whose ids come next, in the order of their ids. */
  List<NumberRange> findAfter(String id, int limit);

  /** Keeps the number range. */
  NumberRange save(NumberRange numberRange);
}
