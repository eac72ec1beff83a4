// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.grpc;

import com.acme.orders.application.CustomerService;
import com.acme.orders.application.Page;
import com.acme.orders.domain.customer.Customer;
import com.acme.orders.v1.CustomerServiceGrpc;
import com.acme.orders.v1.CustomerServiceProto;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
class CustomerGrpcService extends CustomerServiceGrpc.CustomerServiceImplBase {

  private final CustomerService service;

  CustomerGrpcService(CustomerService service) {
    this.service = service;
  }

  @Override
  public void createCustomer(
      CustomerServiceProto.CreateCustomerRequest request,
      StreamObserver<CustomerServiceProto.CreateCustomerResponse> response) {
    Customer customer = service.create(CustomerMessages.details(request.getCustomer()));
    response.onNext(
        CustomerServiceProto.CreateCustomerResponse.newBuilder()
            .setCustomer(CustomerMessages.message(customer))
            .build());
    response.onCompleted();
  }

  @Override
  public void getCustomer(
      CustomerServiceProto.GetCustomerRequest request,
      StreamObserver<CustomerServiceProto.GetCustomerResponse> response) {
    Customer customer = service.get(request.getId());
    response.onNext(
        CustomerServiceProto.GetCustomerResponse.newBuilder()
            .setCustomer(CustomerMessages.message(customer))
            .build());
    response.onCompleted();
  }

  @Override
  public void listCustomers(
      CustomerServiceProto.ListCustomersRequest request,
      StreamObserver<CustomerServiceProto.ListCustomersResponse> response) {
    Page<Customer> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext(
        CustomerServiceProto.ListCustomersResponse.newBuilder()
            .addAllCustomers(page.items().stream().map(CustomerMessages::message).toList())
            .setNextPageToken(page.nextToken() == null ? "" : page.nextToken())
            .build());
    response.onCompleted();
  }

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void streamCustomers(
      CustomerServiceProto.StreamCustomersRequest request,
      StreamObserver<CustomerServiceProto.StreamCustomersResponse> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map(CustomerMessages::message)
            .map(
                each ->
                    CustomerServiceProto.StreamCustomersResponse.newBuilder()
                        .setCustomer(each)
                        .build())
            .iterator(),
        (CallStreamObserver<CustomerServiceProto.StreamCustomersResponse>) response);
  }
}
