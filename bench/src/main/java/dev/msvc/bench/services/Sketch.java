package dev.msvc.bench.services;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A service that stores aggregates and does no more than both sides can make of it: create, get,
 * list, update, delete.
 */
public record Sketch(String name, String packageName, List<Entity> entities) {
  private static final int ENTITIES = 8;
  private static final long SEED = 6;

  private static final List<String> AREAS = List.of("", "Retail", "Partner", "Regional");

  private static final List<String> SUBJECTS =
      List.of(
          ("Account Asset Booking Budget Campaign Cargo Catalog Claim Contract Coupon Courier Course"
                  + " Delivery Device Dispute Employee Estimate Expense Facility Fleet Forecast"
                  + " Freight Guest Harvest Incident Inventory Invoice Journey Lease Loyalty Member"
                  + " Merchant Mortgage Parcel Payroll Permit Product Project Purchase Refund Rental"
                  + " Repair Shipment Supplier Survey Ticket Vehicle Voucher Warehouse Warranty")
              .split(" "));

  private static final List<String> ROLES =
      List.of(
          "Profile", "Plan", "Batch", "Schedule", "Assignment", "Rating", "Channel", "Approval");

  /**
   * What is stored as one.
   *
   * @param refersTo the name of another one of the same service, or nothing
   */
  public record Entity(String name, List<Kind> fields, String refersTo) {
    public Entity {
      fields = List.copyOf(fields);
    }

    /** As the field that refers to it is called: {@code batch} of {@code OrderBatch}. */
    private static String role(String entity) {
      int start = entity.length();
      do {
        start--;
      } while (!Character.isUpperCase(entity.charAt(start)));
      return entity.substring(start).toLowerCase(Locale.ROOT);
    }

    private void appendYaml(StringBuilder yaml) {
      yaml.append("  ").append(name).append(":\n    id: long\n    fields:\n");
      yaml.append("      code: {type: string, max: 20, unique: true}\n");
      for (Kind each : fields) {
        yaml.append("      %s: %s\n".formatted(each.field(), each.yaml()));
      }
      if (!refersTo.isEmpty()) {
        yaml.append("      %sId: long\n".formatted(role(refersTo)));
      }
    }

    private void appendJdl(StringBuilder jdl) {
      for (Kind each : fields) {
        jdl.append(each.declaredInJdl(name));
      }
      jdl.append("entity %s {\n  code String required unique maxlength(20)\n".formatted(name));
      for (Kind each : fields) {
        jdl.append("  %s %s\n".formatted(each.field(), each.jdl(name)));
      }
      jdl.append("}\n");
      if (!refersTo.isEmpty()) {
        jdl.append(
            "relationship ManyToOne { %s{%s required} to %s }\n"
                .formatted(name, role(refersTo), refersTo));
      }
    }
  }

  public Sketch {
    entities = List.copyOf(entities);
  }

  /** The first so many services; at most 200, each one different. */
  public static List<Sketch> first(int count) {
    List<Sketch> services = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String area = AREAS.get(i / SUBJECTS.size());
      String subject = SUBJECTS.get(i % SUBJECTS.size());
      services.add(service(area + subject, new Random(SEED + i)));
    }
    return services;
  }

  private static Sketch service(String subject, Random random) {
    List<Entity> entities = new ArrayList<>();
    for (String role : ROLES.subList(0, ENTITIES)) {
      List<Kind> fields = new ArrayList<>(List.of(Kind.values()));
      Collections.shuffle(fields, random);
      fields = fields.subList(0, 5 + random.nextInt(4));
      Collections.sort(fields);
      // two of three refer to one that was there before
      boolean refers = !entities.isEmpty() && random.nextInt(3) > 0;
      String refersTo = refers ? entities.get(random.nextInt(entities.size())).name() : "";
      entities.add(new Entity(subject + role, fields, refersTo));
    }
    String name = subject.toLowerCase(Locale.ROOT);
    return new Sketch(name, "com.acme." + name, entities);
  }

  /** A stream of documents for {@code --spec}. */
  public static String yaml(List<Sketch> services) {
    StringBuilder yaml = new StringBuilder();
    for (Sketch each : services) {
      yaml.append("---\nschema: msvc/service/v1\nname: %s\n".formatted(each.name));
      yaml.append("package: %s\naggregates:\n".formatted(each.packageName));
      each.entities.forEach(entity -> entity.appendYaml(yaml));
    }
    return yaml.toString();
  }

  /** The same for JHipster, with one deployment of all. */
  public static String jdl(List<Sketch> services) {
    StringBuilder jdl = new StringBuilder();
    int port = 8081;
    for (Sketch each : services) {
      jdl.append(
          """
          application {
            config {
              baseName %s
              packageName %s
              serverPort %d
              applicationType microservice
              authenticationType jwt
              buildTool maven
              databaseType sql
              devDatabaseType postgresql
              prodDatabaseType postgresql
              cacheProvider no
              enableHibernateCache false
              enableTranslation false
              serviceDiscoveryType no
              clientFramework no
              skipClient true
              testFrameworks []
            }
            entities %s
            dto * with mapstruct
            service * with serviceClass
            paginate * with pagination
          }
          """
              .formatted(
                  each.name,
                  each.packageName,
                  port++,
                  String.join(", ", each.entities.stream().map(Entity::name).toList())));
    }
    for (Sketch each : services) {
      each.entities.forEach(entity -> entity.appendJdl(jdl));
    }
    return jdl.append(
            """
            deployment {
              deploymentType kubernetes
              appsFolders [%s]
              dockerRepositoryName "registry.example.com"
              kubernetesNamespace default
              kubernetesServiceType ClusterIP
              serviceDiscoveryType no
              monitoring prometheus
              istio true
              ingressDomain "example.com"
            }
            """
                .formatted(String.join(", ", services.stream().map(Sketch::name).toList())))
        .toString();
  }
}
