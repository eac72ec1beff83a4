package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.sql.MigrationFile;
import dev.msvc.analyzers.sql.MigrationReader;
import dev.msvc.analyzers.sql.Migrations;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.analyzers.sql.SqlTemplate;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.List;

/** The tables that migrations and schema files lead to; comes first, since it knows their names. */
public final class SchemaFiles implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<MigrationFile> files = new ArrayList<>(CodedMigrations.files(sources.code()));
    List<ResourceFile> resources = new ArrayList<>(sources.resources());
    resources.removeIf(each -> SqlTemplate.isTemplate(each.file()));
    resources.addAll(SqlTemplates.of(sources).all());
    for (ResourceFile each : resources) {
      files.add(new MigrationFile(each.file(), each.size(), each.content(), each.large()));
    }
    Vendor vendor = ProductionVendor.of(sources);
    facts.vendor(vendor);
    Migrations migrations =
        MigrationReader.read(
            files, sources.dumps(), new SqlReader(), vendor.name(), sources.store());
    migrations.tables().forEach(facts::add);
    migrations.objects().forEach(facts::add);
    migrations.grants().forEach(facts::add);
    migrations.unread().forEach(facts::add);
    CodedMigrations.unversioned(sources.code()).forEach(facts::add);
    for (int i = 0; i < migrations.files().all(); i++) {
      facts.migration(i < migrations.files().read());
    }
  }
}
