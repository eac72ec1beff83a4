package dev.msvc.cli;

import java.util.Arrays;
import java.util.List;

/** Words that some language, library or file that msvc writes has a use for. */
final class HostileWords {
  /** Aggregates, entities, values and events. */
  static final List<String> TYPES =
      words(
          """
          Order User Group Table Select Column Index Status Statuses Key Type Value Values Data
          List Map Set Optional Collection Iterator Instant LocalDate Duration BigDecimal Arrays
          Page PageToken Entity Id Version Money Aggregate Check DomainEvent Event Events Service
          Controller Repository Application Message Messages Request Response Any Empty Timestamp
          Date Time Decimal TimeOfDay Field Test Sample Samples Transactional Component Bean
          Configuration Valid NotNull Size Pattern Min Max Email Authentication Token Bearer Rest
          Problem Metric BeforeEach Assertions Nullable NullMarked JoinColumn Embeddable Objects
          Stream Locale Random Iterable Function Supplier A B X1 Ab URLPath VATid OrderV2 V1
          OrderService OrderRequest OrderDetails OrderEvent OrderPage OrderBody OrderStatus
          JpaOrderRepository OrderMessages ValueMessages OrderGrpcService GrpcErrors OrderSamples
          NotFoundException IfMatch CreateOrder ListOrder Orders Users Keys Box Boxes Day Category
          Null True Default Enum1 Proto Descriptor Parser ByteString Lock Query Fetch
          Json Xml Html Template Release Chart Deployment Node Pod Secret Ingress Namespace Con
          Aux Nul Main Config Support Domain Adapter Grpc Persistence Session Cache Health
          Interface Class1 Void1 Int Integer1 Long1 Char Public Return Import Goto Var Yield
          """);

  /** Fields and commands. */
  static final List<String> FIELDS =
      words(
          """
          value key type data list map set of name names length size empty builder message
          descriptor request response status statuses body error errors result instance entity
          events event now clock money amount currency page pageSize pageToken filter orderBy order
          user group select from where table column index primary limit offset all and as asc check
          createdAt updatedAt parent vatID aB a x1 uRL x1Y2z iPhone eMail isActive hasNext getName
          setName toProto fromProto owner position lineNo seq ordinal string int32 bool oneof
          repeated reserved syntax option rpc returns stream service extensions optional required
          weak id2 idValue ids versionId versions links meta metadata annotations kind spec title
          detail timestamp path code valid constraints min max pattern format example ref schema
          properties items additionalProperties allOf discriminator nullable description summary
          tags operationId parameters in details repository mapper state problem source target
          other sample expected actual count exists matches java lang util com org io dev end begin
          true1 null1 on off yes no y n class1 record1 var1 with when open module exports uses
          to until at by text json xml bytes uuid decimal date time instant document model draft
          serviceName logger log it each1 that these given present absent left right
          """);

  /** Words of an enum. */
  static final List<String> LABELS =
      words(
          """
          NEW PAID A B a1 UNSPECIFIED Unspecified UNRECOGNIZED TRUE NULL valueOf values name ordinal
          ON OFF yes NO Y N E PI class_ String Object inProgress A__B C_ SELECT EOF NaN INFINITY
          X_1 X1 http2 ORDER Enum builder Default DEFAULT_VALUE of
          A23456789_123456789_123456789_123456789_123456789_123456789
          """);

  static final List<String> SERVICES =
      words(
          """
          orders a order-book api app test service switch int orders-v2 x1 postgres grafana
          con helm spring java main config master istio-gateway a--b
          service-with-a-name-of-forty-characters1
          """);

  static final List<String> PACKAGES =
      words(
          """
          com.acme.orders com.example.int_ io.grpc.shop com.google.shop a x1.y2 domain test
          application.domain.adapter dev.example.rest.grpc jakarta.shop buf.validate google.type
          org.springframework.shop com.acme.list.string.v1 com.acme.shop_v2 net.order.user.table
          """);

  static final List<String> PATTERNS =
      List.of(
          "[A-Z]{2}",
          "\\d{3}-\\d{2}",
          "[\\w.\\-]+@[a-z\\\\]+",
          "(a|\"b\"|\\$\\{c\\})+",
          "[^'\"<>&]{1,20}",
          "\\p{L}[\\p{L} ]*",
          "#\\{x\\}|\\{\\{y\\}\\}",
          "[/*]{2,4}",
          "é+|[a-f0-9]{8}");

  /** What ends a comment or a text, or begins something else, in some language. */
  static final List<String> PROSE =
      List.of(
          "Plain words.",
          "*/ class Evil {} /*",
          "\"quoted\" 'single' `ticks` \\ back \\n \\u002a/ \\u0022",
          "{{ .Values.evil }} {{- fail \"x\" -}} ${{ secrets.EVIL }} ${EVIL} #{T(Evil)} $(evil) @evil@",
          "<b>evil</b> ]]> <!-- evil --> --> &amp; &evil; <evil",
          "two\nlines\n\nand: a third\n- evil: [x\n# evil",
          "  -- evil; drop table evil; --\n'); evil('",
          "ünïcödé 漢字 \uD83D\uDE00 \u202eRTL\u202c \u05d0\u05d1 \u2028 \u00a0end\u0085",
          "%s %d {0} {} [=evil] [#if evil] [#-- <#if> </#if> [/#list]",
          "tab\tand carriage\rreturn",
          "--- ... : - ? | > * & ! % @ ` #evil",
          "x".repeat(300),
          "import evil; option java_package = \"evil\"; } message Evil {",
          "https://example.com/?a=b&c=%20#evil {@link Evil} @param evil @return </pre>");

  private HostileWords() {}

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}
