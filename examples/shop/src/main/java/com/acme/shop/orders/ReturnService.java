package com.acme.shop.orders;

import com.acme.shop.common.BaseService;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.StockItem;
import com.acme.shop.payments.PaymentService;
import com.acme.shop.repository.StockItemRepository;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes goods back. */
@Service
public class ReturnService extends BaseService<ReturnRequest> {

  private final ReturnRequestRepository returns;
  private final OrderService orderService;
  private final PaymentService paymentService;
  private final StockItemRepository stockItems;

  ReturnService(
      ReturnRequestRepository returns,
      OrderService orderService,
      PaymentService paymentService,
      StockItemRepository stockItems) {
    this.returns = returns;
    this.orderService = orderService;
    this.paymentService = paymentService;
    this.stockItems = stockItems;
  }

  @Override
  protected JpaRepository<ReturnRequest, Long> repository() {
    return returns;
  }

  @Override
  protected String entityName() {
    return "Return";
  }

  @Transactional
  public ReturnRequest request(String orderNumber, String sku, int quantity, String reason) {
    OrderLine line =
        orderService.byNumber(orderNumber).getLines().stream()
            .filter(l -> l.getProduct().getSku().equals(sku))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("Product in the order", sku));
    int alreadyBack =
        returns.findByLineOrderNumber(orderNumber).stream()
            .filter(r -> r.getLine().equals(line))
            .mapToInt(ReturnRequest::getQuantity)
            .sum();
    if (quantity < 1 || alreadyBack + quantity > line.getQuantity()) {
      throw new BusinessException("So many were not bought");
    }
    return store(new ReturnRequest(line, quantity, reason));
  }

  public List<ReturnRequest> waiting() {
    return returns.findByAcceptedFalseOrderByCreatedAt();
  }

  @Transactional
  public void accept(Long id) {
    ReturnRequest request = get(id);
    request.accept();
    OrderLine line = request.getLine();
    stockItems.findForReservation(line.getProduct().getId()).stream()
        .findFirst()
        .ifPresent((StockItem item) -> item.receive(request.getQuantity()));
    paymentService.refund(
        line.getOrder(), line.getUnitPrice().times(request.getQuantity()), "return " + id);
  }
}
