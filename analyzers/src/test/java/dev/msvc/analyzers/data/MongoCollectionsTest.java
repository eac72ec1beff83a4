package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import org.junit.jupiter.api.Test;

class MongoCollectionsTest {
  @Test
  void aFieldIsTheCollectionThatItWasGivenByName() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import com.mongodb.client.*;
                import org.bson.Document;
                class Bookings {
                  static final String FLIGHTS = "flight";
                  private MongoCollection<Document> booking;
                  private final MongoCollection<Document> flights = Db.open().getCollection(FLIGHTS);
                  void init() {
                    MongoDatabase database = Db.open();
                    this.booking = database.getCollection("booking");
                  }
                  void book(Document one) { booking.insertOne(one); }
                  Object all(Object user) { return this.booking.find(user).first(); }
                  void cancel(Object id) { booking.deleteMany(id); }
                  Object move(Object id) { return booking.findOneAndUpdate(id, id); }
                  long count() { return flights.withReadPreference(null).countDocuments(); }
                  void clear() { flights.drop(); }
                  String name() { return booking.getNamespace().toString(); }
                }
                class Db {
                  static MongoClient client;
                  static MongoDatabase open() { return client.getDatabase("air"); }
                }
                """)
            .facts(new MongoCollections());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE booking Bookings.cancel MONGO_DRIVER",
            "INSERT booking Bookings.book MONGO_DRIVER",
            "SELECT booking Bookings.all MONGO_DRIVER",
            "SELECT flight Bookings.count MONGO_DRIVER",
            "TRUNCATE flight Bookings.clear MONGO_DRIVER",
            "UPDATE booking Bookings.move MONGO_DRIVER");
    assertThat(Fixture.table(facts, "booking").kind()).isEqualTo(TableKind.COLLECTION);
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void localsChainsAndMethodsHoldCollectionsToo() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import com.mongodb.DB;
                import com.mongodb.DBCollection;
                import com.mongodb.DBObject;
                import com.mongodb.reactivestreams.client.MongoDatabase;
                class Orders {
                  DB old;
                  MongoDatabase now;
                  DBCollection lines() { return old.getCollection("lines"); }
                  void add(DBObject one) { lines().save(one); }
                  Object one(boolean closed) {
                    DBCollection some = closed ? old.getCollection("closed") : old.getCollection("open");
                    return some.findOne();
                  }
                  Object sums() { return now.getCollection("orders", Order.class).aggregate(null); }
                  void all(Object models) { now.getCollection("orders").bulkWrite(models); }
                }
                class Order { String id; }
                """)
            .facts(new MongoCollections());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "MERGE lines Orders.add MONGO_DRIVER",
            "MERGE orders Orders.all MONGO_DRIVER",
            "SELECT closed Orders.one MONGO_DRIVER",
            "SELECT open Orders.one MONGO_DRIVER",
            "SELECT orders Orders.sums MONGO_DRIVER");
    assertThat(Fixture.table(facts, "orders").entities()).containsExactly("a.Order");
  }

  @Test
  void theClientOfVertxNamesTheCollectionInEachCall() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import io.vertx.ext.mongo.MongoClient;
                class Store {
                  private static final String COLLECTION = "store";
                  MongoClient client;
                  void save(Object store) { client.save(COLLECTION, store, done -> {}); }
                  void find(Object query) { client.findOne(COLLECTION, query, null, done -> {}); }
                  void drop(Object query) { client.removeDocument(COLLECTION, query, done -> {}); }
                }
                """)
            .facts(new MongoCollections());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE store Store.drop MONGO_DRIVER",
            "MERGE store Store.save MONGO_DRIVER",
            "SELECT store Store.find MONGO_DRIVER");
  }

  @Test
  void aCollectionWhoseNameIsNotSeenIsSaidToBeUnread() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import com.mongodb.client.MongoCollection;
                class Any {
                  private final MongoCollection<?> given;
                  Any(MongoCollection<?> given) { this.given = given; }
                  Object all() { return given.find(); }
                }
                """)
            .facts(new MongoCollections());

    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("a collection of MongoDB whose name is not seen");
  }
}
