package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrpcServicesTest {
  @Test
  void generatedBasesMakeServices() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import io.grpc.stub.StreamObserver;
                    import shop.api.OrdersGrpc;
                    class OrderService extends OrdersGrpc.OrdersImplBase {
                      @Override public void placeOrder(Order o, StreamObserver<Reply> r) { check(o); }
                      @Override public StreamObserver<Order> chat(StreamObserver<Reply> r) { return null; }
                      public void check(Order order) {}
                    }
                    """)
                .java(
                    """
                    import shop.api.StockGrpc.StockImplBase;
                    class StockService extends StockImplBase {
                      public void count(Object o, io.grpc.stub.StreamObserver<Object> r) {}
                    }
                    """)
                .entryPoints(new GrpcServices()))
        .containsExactly(
            "grpc app.OrderService.chat -> app.OrderService.chat on Orders/Chat",
            "grpc app.OrderService.placeOrder -> app.OrderService.placeOrder on Orders/PlaceOrder",
            "grpc app.StockService.count -> app.StockService.count on Stock/Count");
  }

  @Test
  void otherBasesMakeNone() {
    assertThat(
            new Fixture()
                .java("class Other extends lib.WidgetImplBase { public void draw(Object o) {} }")
                .java(
                    """
                    class Client {
                      public void call(Object o, io.grpc.stub.StreamObserver<Object> r) {}
                    }
                    """)
                .entryPoints(new GrpcServices()))
        .isEmpty();
  }
}
