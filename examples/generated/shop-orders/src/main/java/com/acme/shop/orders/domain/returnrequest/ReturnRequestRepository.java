// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.returnrequest;

import java.util.List;
import java.util.Optional;

/** Where return requests are kept. */
public interface ReturnRequestRepository {

  long nextId();

  Optional<ReturnRequest> findById(long id);

  /** The return requests whose ids come next, in the order of their ids. */
  List<ReturnRequest> findAfter(long id, int limit);

  /** Keeps the return request. */
  ReturnRequest save(ReturnRequest returnRequest);
}
