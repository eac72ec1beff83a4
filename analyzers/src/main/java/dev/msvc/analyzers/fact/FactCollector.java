package dev.msvc.analyzers.fact;

import dev.msvc.model.Access;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Grant;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Reference;
import dev.msvc.model.RelationFact;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Share;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.Unread;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes what analyzers see; they may add from several threads. Order does not matter. */
public final class FactCollector {
  private final List<Reference> references = new ArrayList<>();
  private final List<TableFact> tables = new ArrayList<>();
  private final List<MappingFact> mappingFacts = new ArrayList<>();
  private final List<RelationFact> relations = new ArrayList<>();
  private final List<Access> accesses = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<RoutineCall> routineCalls = new ArrayList<>();
  private final List<DatabaseObject> databaseObjects = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<EntryPoint> entryPoints = new ArrayList<>();
  private final List<TransactionFact> transactions = new ArrayList<>();
  private final List<Trait> traits = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private Vendor vendor = Vendor.UNKNOWN;
  private Share statements = Share.NONE;
  private Share mappings = Share.NONE;
  private Share migrations = Share.NONE;
  private int hidden;

  public synchronized void add(Reference reference) {
    references.add(reference);
  }

  /** One definition or mapping of a table; those of one name are merged later. */
  public synchronized void add(TableFact table) {
    tables.add(table);
  }

  public synchronized void add(MappingFact mapping) {
    mappingFacts.add(mapping);
  }

  public synchronized void add(RelationFact relation) {
    relations.add(relation);
  }

  public synchronized void add(Access access) {
    accesses.add(access);
  }

  public synchronized void add(Join join) {
    joins.add(join);
  }

  public synchronized void add(DatabaseObject object) {
    databaseObjects.add(object);
  }

  public synchronized void add(Grant grant) {
    grants.add(grant);
  }

  public synchronized void add(RoutineCall call) {
    routineCalls.add(call);
  }

  public synchronized void add(EntryPoint entryPoint) {
    entryPoints.add(entryPoint);
  }

  public synchronized void add(TransactionFact transaction) {
    transactions.add(transaction);
  }

  public synchronized void add(Trait trait) {
    traits.add(trait);
  }

  public synchronized void add(Unread each) {
    unread.add(each);
  }

  /** Says whose database production has. */
  public synchronized void vendor(Vendor told) {
    vendor = told;
  }

  /** Counts a SQL or JPQL statement, and whether its parser knew it. */
  public synchronized void statement(boolean parsed) {
    statements = statements.plus(new Share(parsed ? 1 : 0, 1));
  }

  /** Counts an entity or mapper, and whether it was read. */
  public synchronized void mapping(boolean read) {
    mappings = mappings.plus(new Share(read ? 1 : 0, 1));
  }

  /** Counts a migration or schema file, and whether it was read. */
  public synchronized void migration(boolean read) {
    migrations = migrations.plus(new Share(read ? 1 : 0, 1));
  }

  /** Counts methods that may be entry points, of interfaces that are in no source. */
  public synchronized void hidden(int methods) {
    hidden += methods;
  }

  public synchronized List<Reference> references() {
    return Collections.unmodifiableList(references);
  }

  public synchronized List<TableFact> tables() {
    return Collections.unmodifiableList(tables);
  }

  public synchronized List<MappingFact> mappingFacts() {
    return Collections.unmodifiableList(mappingFacts);
  }

  public synchronized List<RelationFact> relations() {
    return Collections.unmodifiableList(relations);
  }

  public synchronized List<Access> accesses() {
    return Collections.unmodifiableList(accesses);
  }

  public synchronized List<Join> joins() {
    return Collections.unmodifiableList(joins);
  }

  public synchronized List<DatabaseObject> databaseObjects() {
    return Collections.unmodifiableList(databaseObjects);
  }

  public synchronized List<Grant> grants() {
    return Collections.unmodifiableList(grants);
  }

  public synchronized List<RoutineCall> routineCalls() {
    return Collections.unmodifiableList(routineCalls);
  }

  public synchronized List<EntryPoint> entryPoints() {
    return Collections.unmodifiableList(entryPoints);
  }

  public synchronized List<TransactionFact> transactions() {
    return Collections.unmodifiableList(transactions);
  }

  public synchronized List<Trait> traits() {
    return Collections.unmodifiableList(traits);
  }

  public synchronized List<Unread> unread() {
    return Collections.unmodifiableList(unread);
  }

  public synchronized Vendor vendor() {
    return vendor;
  }

  public synchronized Share statements() {
    return statements;
  }

  public synchronized Share mappings() {
    return mappings;
  }

  public synchronized Share migrations() {
    return migrations;
  }

  public synchronized int hidden() {
    return hidden;
  }
}
