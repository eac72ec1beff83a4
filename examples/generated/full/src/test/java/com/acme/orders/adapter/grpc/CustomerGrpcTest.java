// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.domain.customer.CustomerSamples;
import com.acme.orders.support.Bearer;
import com.acme.orders.support.ServiceTest;
import com.acme.orders.support.TestEnvironment;
import com.acme.orders.v1.CustomerProto;
import com.acme.orders.v1.CustomerServiceGrpc;
import com.acme.orders.v1.CustomerServiceProto;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

@ServiceTest
class CustomerGrpcTest {

  private ManagedChannel channel;
  private CustomerServiceGrpc.CustomerServiceBlockingStub stub;

  @BeforeEach
  void connect(@Autowired GrpcServerLifecycle server) {
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    stub = stub(TestEnvironment.ISSUER.token("orders-read", "orders-write"));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void whatIsThereCanBeRead() {
    CustomerProto.Customer created = create(CustomerMessages.message(CustomerSamples.details()));

    CustomerProto.Customer read =
        stub.getCustomer(
                CustomerServiceProto.GetCustomerRequest.newBuilder().setId(created.getId()).build())
            .getCustomer();

    assertThat(read).isEqualTo(created);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    CustomerServiceProto.GetCustomerRequest request =
        CustomerServiceProto.GetCustomerRequest.newBuilder().setId(9223372036854775806L).build();

    assertThat(refusal(() -> stub.getCustomer(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void pagesFollowEachOther() {
    CustomerProto.Customer created = create(CustomerMessages.message(CustomerSamples.details()));

    CustomerServiceProto.ListCustomersResponse first =
        stub.listCustomers(
            CustomerServiceProto.ListCustomersRequest.newBuilder().setPageSize(1).build());

    assertThat(first.getCustomersList()).hasSize(1);
    assertThat(created.getId()).isNotNull();
  }

  @Test
  void theStreamHasAll() {
    CustomerProto.Customer created = create(CustomerMessages.message(CustomerSamples.details()));

    Iterator<CustomerServiceProto.StreamCustomersResponse> stream =
        stub.streamCustomers(CustomerServiceProto.StreamCustomersRequest.getDefaultInstance());

    assertThat(stream)
        .toIterable()
        .extracting(each -> each.getCustomer().getId())
        .contains(created.getId());
  }

  @Test
  void aSecondOneOfTheSameIsRefused() {
    CustomerProto.CustomerDetails details = CustomerMessages.message(CustomerSamples.details());
    create(details);

    assertThat(refusal(() -> create(details))).isEqualTo(Code.ALREADY_EXISTS);
  }

  private CustomerProto.Customer create(CustomerProto.CustomerDetails details) {
    return stub.createCustomer(
            CustomerServiceProto.CreateCustomerRequest.newBuilder().setCustomer(details).build())
        .getCustomer();
  }

  private CustomerServiceGrpc.CustomerServiceBlockingStub stub(String token) {
    return CustomerServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(token))
        .withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }
}
