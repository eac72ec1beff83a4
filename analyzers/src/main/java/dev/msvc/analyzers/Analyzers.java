package dev.msvc.analyzers;

import dev.msvc.analyzers.data.BaseMappers;
import dev.msvc.analyzers.data.DirtyChecking;
import dev.msvc.analyzers.data.JdbcStatements;
import dev.msvc.analyzers.data.JpaCalls;
import dev.msvc.analyzers.data.LibraryDaos;
import dev.msvc.analyzers.data.LoadedScripts;
import dev.msvc.analyzers.data.MongoCollections;
import dev.msvc.analyzers.data.MyBatisAnnotations;
import dev.msvc.analyzers.data.MyBatisXml;
import dev.msvc.analyzers.data.OwnMappings;
import dev.msvc.analyzers.data.QueryDsl;
import dev.msvc.analyzers.data.ReportFiles;
import dev.msvc.analyzers.data.RoutineCalls;
import dev.msvc.analyzers.data.SchemaFiles;
import dev.msvc.analyzers.data.SpringDataRepositories;
import dev.msvc.analyzers.data.SqlFiles;
import dev.msvc.analyzers.data.SqlObjects;
import dev.msvc.analyzers.data.TableClasses;
import dev.msvc.analyzers.data.TableObjects;
import dev.msvc.analyzers.data.ThroughDatabase;
import dev.msvc.analyzers.entry.ActuatorEndpoints;
import dev.msvc.analyzers.entry.BatchSteps;
import dev.msvc.analyzers.entry.CodeSchedules;
import dev.msvc.analyzers.entry.DataRestRoutes;
import dev.msvc.analyzers.entry.EjbRemotes;
import dev.msvc.analyzers.entry.FacesActions;
import dev.msvc.analyzers.entry.FunctionalRoutes;
import dev.msvc.analyzers.entry.GraphQlFields;
import dev.msvc.analyzers.entry.GrpcServices;
import dev.msvc.analyzers.entry.Injections;
import dev.msvc.analyzers.entry.JaxRsResources;
import dev.msvc.analyzers.entry.Listeners;
import dev.msvc.analyzers.entry.Mains;
import dev.msvc.analyzers.entry.MessageHandlers;
import dev.msvc.analyzers.entry.MicronautRoutes;
import dev.msvc.analyzers.entry.MissingInterfaces;
import dev.msvc.analyzers.entry.RegisteredHandlers;
import dev.msvc.analyzers.entry.RegisteredJobs;
import dev.msvc.analyzers.entry.Schedules;
import dev.msvc.analyzers.entry.Servlets;
import dev.msvc.analyzers.entry.SoapServices;
import dev.msvc.analyzers.entry.SocketHandlers;
import dev.msvc.analyzers.entry.SparkRoutes;
import dev.msvc.analyzers.entry.SpelCalls;
import dev.msvc.analyzers.entry.SpringMvcRoutes;
import dev.msvc.analyzers.entry.StripesActions;
import dev.msvc.analyzers.entry.Struts1Actions;
import dev.msvc.analyzers.entry.Struts2Actions;
import dev.msvc.analyzers.entry.Struts2Conventions;
import dev.msvc.analyzers.entry.Transactions;
import dev.msvc.analyzers.entry.UrlHandlers;
import dev.msvc.analyzers.entry.VRaptorControllers;
import dev.msvc.analyzers.entry.VaadinViews;
import dev.msvc.analyzers.entry.WebSockets;
import dev.msvc.analyzers.entry.WicketMounts;
import dev.msvc.analyzers.entry.WorkflowHandlers;
import dev.msvc.analyzers.entry.XmlTriggers;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.analyzers.trait.BuildTraits;
import dev.msvc.analyzers.trait.CodeTraits;
import dev.msvc.analyzers.trait.Databases;
import dev.msvc.analyzers.trait.GradleTraits;
import dev.msvc.analyzers.trait.RightsInFiles;
import dev.msvc.analyzers.trait.SettingTraits;
import dev.msvc.analyzers.wiring.XmlInjections;
import java.util.List;

/** The analyzers, in the order in which they run. */
final class Analyzers {
  /** Those of the data; what later ones read comes first: tables before queries. */
  private static final List<Analyzer> DATA =
      List.of(
          new SchemaFiles(),
          new EntityMappings(),
          new OwnMappings(),
          new SpringDataRepositories(),
          new JpaCalls(),
          new BaseMappers(),
          new LibraryDaos(),
          new TableClasses(),
          new MyBatisXml(),
          new MyBatisAnnotations(),
          new QueryDsl(),
          new MongoCollections(),
          new SqlObjects(),
          new SqlFiles(),
          new ReportFiles(),
          new LoadedScripts(),
          new RoutineCalls(),
          new JdbcStatements(),
          new DirtyChecking(),
          new TableObjects());

  /** Those of the entry points; the first that sees an entry point names it. */
  private static final List<Analyzer> ENTRIES =
      List.of(
          new SpringMvcRoutes(),
          new FunctionalRoutes(),
          new SparkRoutes(),
          new ActuatorEndpoints(),
          new DataRestRoutes(),
          new UrlHandlers(),
          new JaxRsResources(),
          new MicronautRoutes(),
          new Servlets(),
          new StripesActions(),
          new Struts1Actions(),
          new Struts2Actions(),
          new Struts2Conventions(),
          new VRaptorControllers(),
          new FacesActions(),
          new VaadinViews(),
          new WicketMounts(),
          new SoapServices(),
          new GraphQlFields(),
          new GrpcServices(),
          new EjbRemotes(),
          new Listeners(),
          new MessageHandlers(),
          new WebSockets(),
          new SocketHandlers(),
          new Schedules(),
          new XmlTriggers(),
          new CodeSchedules(),
          new RegisteredJobs(),
          new RegisteredHandlers(),
          new WorkflowHandlers(),
          new BatchSteps(),
          new Mains(),
          new Injections(),
          new XmlInjections(),
          new SpelCalls(),
          new CodeTraits(),
          new SettingTraits(),
          new RightsInFiles(),
          new Databases(),
          new BuildTraits(),
          new GradleTraits());

  /** Lists that know nothing of each other, and can run at the same time. */
  static final List<List<Analyzer>> SIDE_BY_SIDE = List.of(DATA, ENTRIES);

  /** Those that need what all others found. */
  static final List<Analyzer> LAST =
      List.of(new ThroughDatabase(), new Transactions(), new MissingInterfaces());

  private Analyzers() {}
}
