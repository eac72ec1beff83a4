package dev.msvc.generators.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names as Context Mapper takes them: letters, digits and low lines of ASCII, each one once. */
final class CmlNames {
  /** Words of the language; with a {@code ^} before it, one is a name all the same. */
  private static final Set<String> WORDS =
      Set.of(
          """
          ACL AS_IS AccessObject Action Aggregate Application ApplicationPart Bag BasicType
          BigDecimal BigInteger Blob Boolean BoundedContext C CF CHAR CONCRETE Clob Collection
          Command CommandEvent Consumer ContextMap Coordination D DELETE DataTransferObject
          Date DateTime Domain DomainEvent Double Dsl Entity Enum Event Float Flow GET INTEGER
          Integer JOINED Key List Long META Map Module None O OHS P PL POST PUT PagedResult
          PagingParameter Partnership Repository Resource S SINGLE_TABLE SK STRING Service Set
          Stakeholder StakeholderGroup Stakeholders String Subdomain TO_BE
          TacticDDDApplication Timestamp Trait U UNDEFINED UseCase UserStory Value
          ValueCluster ValueElicitation ValueEpic ValueNarrative ValueObject ValueRegister
          ValueWeigthing X a abstract actor aggregateLifecycle aggregateRoot an assertFalse
          assertTrue auditable availabilityCriticality basePackage belongsTo benefit boolean
          build cache cascade changeable command condition consistencyCriticality construct
          contains contentVolatility create creditCardNumber databaseColumn databaseJoinColumn
          databaseJoinTable databaseTable databaseType decimalMax decimalMin def delete digits
          discriminatorColumn discriminatorLength discriminatorType discriminatorValue
          domainVisionStatement double downstreamRights email enum event eventBus
          exposedAggregates extends external features fetch float for future gap groupBy hint
          immutable implementationTechnology implements import in index inheritanceType inject
          int interactions inverse key knowledgeLevel length level likelihoodForChange long
          map max min nogap not notBlank notEmpty nullable o operation opposite
          optimisticLocking orderBy orderColumn orderby ordinal owner package past path
          pattern persistent private protected public publish query queueName range read
          realizes reference refines required responsibilities return scaffold scope
          scriptAssert securityAccessGroup securityCriticality securityZone select size state
          storageSimilarity structuralVolatility subscribe supports the throws to topicName
          transient triggers type unique update url useCases userRequirements userStories
          valid validate void webservice with write x
          """
              .split("\\s+"));

  private final Set<String> taken = new HashSet<>();

  /** The name of a context, aggregate or entity: {@code order-item} becomes {@code OrderItem}. */
  String type(String name, String suffix) {
    StringBuilder id = new StringBuilder();
    for (String part : ascii(name).split("[^A-Za-z0-9_]+", -1)) {
      if (!part.isEmpty()) {
        id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return once(id + suffix);
  }

  /** The name of a property, as it is where that can be. */
  String member(String name) {
    return once(ascii(name).replaceAll("[^A-Za-z0-9_]+", "_"));
  }

  private String once(String name) {
    String id = name.isEmpty() ? "_" : name;
    if (Character.isDigit(id.charAt(0))) {
      id = "_" + id;
    }
    String free = id;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = id + "_" + i;
    }
    return WORDS.contains(free) ? "^" + free : free;
  }

  /** Letters without their accents; other letters by their numbers. */
  private static String ascii(String name) {
    StringBuilder ascii = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                ascii.appendCodePoint(c);
              } else if (Character.isLetterOrDigit(c)) {
                ascii.append("u").append(Integer.toHexString(c));
              }
            });
    return ascii.toString();
  }
}
