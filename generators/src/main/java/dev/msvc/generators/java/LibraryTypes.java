package dev.msvc.generators.java;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Classes of others that generated code names: each is imported where it is used, and no class of a
 * service is called like one.
 */
final class LibraryTypes {
  private static final String ALL =
      """
      com.fasterxml.jackson.annotation.JsonFormat
      com.fasterxml.jackson.annotation.JsonSubTypes
      com.fasterxml.jackson.annotation.JsonTypeInfo
      com.google.protobuf.ByteString
      com.google.protobuf.InvalidProtocolBufferException
      com.google.protobuf.Timestamp
      com.google.rpc.BadRequest
      com.google.rpc.BadRequest.FieldViolation
      com.google.type.Date
      com.google.type.Decimal
      com.google.type.TimeOfDay
      io.grpc.ManagedChannel
      io.grpc.ManagedChannelBuilder
      io.grpc.Status.Code
      io.grpc.StatusRuntimeException
      io.grpc.protobuf.StatusProto
      io.grpc.stub.CallStreamObserver
      io.grpc.stub.StreamObserver
      io.grpc.stub.StreamObservers
      jakarta.persistence.AttributeOverride
      jakarta.persistence.CollectionTable
      jakarta.persistence.Column
      jakarta.persistence.ElementCollection
      jakarta.persistence.Embeddable
      jakarta.persistence.Embedded
      jakarta.persistence.Entity
      jakarta.persistence.EnumType
      jakarta.persistence.Enumerated
      jakarta.persistence.FetchType
      jakarta.persistence.Id
      jakarta.persistence.JoinColumn
      jakarta.persistence.MapKeyColumn
      jakarta.persistence.OrderColumn
      jakarta.persistence.Table
      jakarta.validation.Valid
      jakarta.validation.constraints.DecimalMax
      jakarta.validation.constraints.DecimalMin
      jakarta.validation.constraints.Digits
      jakarta.validation.constraints.Email
      jakarta.validation.constraints.Max
      jakarta.validation.constraints.Min
      jakarta.validation.constraints.NotBlank
      jakarta.validation.constraints.NotNull
      jakarta.validation.constraints.Size
      java.math.BigDecimal
      java.net.URI
      java.time.DateTimeException
      java.time.Instant
      java.time.LocalDate
      java.time.LocalTime
      java.time.temporal.ChronoUnit
      java.util.ArrayList
      java.util.Base64
      java.util.HashMap
      java.util.HashSet
      java.util.Iterator
      java.util.List
      java.util.Map
      java.util.Optional
      java.util.Set
      java.util.UUID
      java.util.concurrent.TimeUnit
      java.util.concurrent.atomic.AtomicInteger
      java.util.function.Consumer
      java.util.stream.Collectors
      java.util.stream.Stream
      org.assertj.core.api.Assertions
      org.assertj.core.api.ThrowableAssert.ThrowingCallable
      org.hibernate.annotations.Fetch
      org.hibernate.annotations.FetchMode
      org.hibernate.annotations.JdbcTypeCode
      org.hibernate.type.SqlTypes
      org.jspecify.annotations.Nullable
      org.junit.jupiter.api.AfterEach
      org.junit.jupiter.api.BeforeEach
      org.junit.jupiter.api.Test
      org.springframework.beans.factory.annotation.Autowired
      org.springframework.beans.factory.annotation.Value
      org.springframework.dao.DataIntegrityViolationException
      org.springframework.dao.OptimisticLockingFailureException
      org.springframework.data.jpa.repository.Query
      org.springframework.data.repository.Repository
      org.springframework.grpc.server.lifecycle.GrpcServerLifecycle
      org.springframework.grpc.server.service.GrpcService
      org.springframework.http.HttpHeaders
      org.springframework.http.ResponseEntity
      org.springframework.security.access.prepost.PreAuthorize
      org.springframework.stereotype.Service
      org.springframework.transaction.annotation.Transactional
      org.springframework.web.bind.annotation.DeleteMapping
      org.springframework.web.bind.annotation.GetMapping
      org.springframework.web.bind.annotation.PathVariable
      org.springframework.web.bind.annotation.PostMapping
      org.springframework.web.bind.annotation.PutMapping
      org.springframework.web.bind.annotation.RequestBody
      org.springframework.web.bind.annotation.RequestHeader
      org.springframework.web.bind.annotation.RequestMapping
      org.springframework.web.bind.annotation.RequestParam
      org.springframework.web.bind.annotation.RestController
      org.springframework.web.util.UriComponentsBuilder
      """;

  // classes of every service, by their packages below its own
  private static final String OURS =
      """
      adapter.rest.IfMatch
      adapter.rest.MoneyBody
      adapter.rest.ProblemAdvice
      adapter.grpc.CallDeadline
      adapter.grpc.CallLog
      adapter.grpc.CallObservation
      adapter.grpc.GrpcErrors
      adapter.grpc.RequestValidation
      adapter.grpc.ValueMessages
      adapter.events.DomainEventLog
      application.Page
      application.PageToken
      config.SecurityConfiguration
      config.TracingConfiguration
      domain.Aggregate
      domain.AlreadyExistsException
      domain.Check
      domain.DomainEvent
      domain.InvalidValueException
      domain.Money
      domain.NotFoundException
      domain.RuleViolationException
      domain.StaleVersionException
      domain.TimeOrderedUuid
      support.Bearer
      support.LocalRun
      support.Rest
      support.ServiceTest
      support.TestDatabase
      support.TestEnvironment
      support.TestIssuer
      """;

  // ambiguous, so that templates import the one that they mean; and what java.lang has beside
  // what a name of a type is refused for
  private static final String TAKEN =
      """
      Pattern
      SuppressWarnings FunctionalInterface SafeVarargs CharSequence Cloneable Iterable Readable
      AutoCloseable Appendable StringBuffer StackTraceElement ThreadLocal ThreadGroup ClassLoader
      RuntimeException IllegalStateException IllegalArgumentException NullPointerException
      ArithmeticException SecurityException InterruptedException NumberFormatException
      ProcessBuilder ModuleLayer StrictMath Compiler
      """;

  private static final Map<String, String> LIBRARIES = bySimpleName(ALL, "");

  private LibraryTypes() {}

  private static Map<String, String> bySimpleName(String names, String prefix) {
    Map<String, String> all = new TreeMap<>();
    names
        .lines()
        .forEach(each -> all.put(each.substring(each.lastIndexOf('.') + 1), prefix + each));
    return Collections.unmodifiableMap(all);
  }

  /** Whether a class of a service must be called otherwise. */
  static boolean taken(String name) {
    return LIBRARIES.containsKey(name)
        || OURS.lines().anyMatch(each -> each.endsWith("." + name))
        || (" " + TAKEN.replace('\n', ' ')).contains(" " + name + " ");
  }

  /** Full names by simple ones: those of libraries, and those of a service's own package. */
  static Map<String, String> importable(String packageName) {
    Map<String, String> all = new TreeMap<>(LIBRARIES);
    all.putAll(bySimpleName(OURS, packageName + "."));
    return all;
  }
}
