// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.application;

import com.acme.shop.orders.domain.NotFoundException;
import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestDetails;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestRepository;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of return requests, whoever asks: one method, one transaction. */
@Service
public class ReturnRequestService {

  private static final long BEFORE_ALL = Long.MIN_VALUE;
  private static final int BATCH = 200;

  private final ReturnRequestRepository returnRequests;

  ReturnRequestService(ReturnRequestRepository returnRequests) {
    this.returnRequests = returnRequests;
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public ReturnRequest create(ReturnRequestDetails details) {
    long id = returnRequests.nextId();
    return returnRequests.save(new ReturnRequest(id, details));
  }

  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public ReturnRequest get(long id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public Page<ReturnRequest> list(int size, @Nullable String pageToken) {
    long after = PageToken.read(pageToken, BEFORE_ALL, Long::valueOf);
    return Page.of(
        returnRequests.findAfter(after, Page.size(size) + 1), Page.size(size), ReturnRequest::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('shop-orders-read')")
  public Stream<ReturnRequest> stream() {
    return Stream.iterate(
            returnRequests.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> returnRequests.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public ReturnRequest update(long id, long version, ReturnRequestDetails details) {
    return change(id, version, returnRequest -> returnRequest.update(details));
  }

  private ReturnRequest change(long id, @Nullable Long version, Consumer<ReturnRequest> change) {
    ReturnRequest returnRequest = find(id);
    returnRequest.expectVersion(version);
    change.accept(returnRequest);
    return returnRequests.save(returnRequest);
  }

  private ReturnRequest find(long id) {
    return returnRequests
        .findById(id)
        .orElseThrow(() -> new NotFoundException("return request", id));
  }
}
