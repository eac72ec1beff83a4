package dev.msvc.model;

/** One change on the way of a context from the monolith to a service; each has its way back. */
public sealed interface MigrationStep {
  /** Name of the context, or of the largest of those that go together. */
  String context();

  /** One word for programs: {@code split-code}. */
  String id();

  /** What is done, in a few words. */
  String title();

  /** How it is seen that it is done, in a sentence. */
  String doneWhen();

  /** How it is done, in a sentence; of the way back as much as of the way there. */
  String how();

  /** The step that undoes this one. */
  MigrationStep inverse();

  /**
   * The classes of a context get a module of their own inside the monolith.
   *
   * @param apart whether they are apart afterwards
   */
  record SplitCode(String context, boolean apart) implements MigrationStep {
    @Override
    public String id() {
      return apart ? "split-code" : "join-code";
    }

    @Override
    public String title() {
      return apart
          ? "split the code of %s from the rest, in one build and one database".formatted(context)
          : "put the code of %s back among the rest".formatted(context);
    }

    @Override
    public String doneWhen() {
      return apart
          ? "the rest reaches %s through its interface only, and the tests are green"
              .formatted(context)
          : "the build has no module of its own for %s".formatted(context);
    }

    @Override
    public String how() {
      return apart
          ? "move the classes with their names unchanged; calls across go through an interface that"
              + " the old code implements"
          : "revert the commits of this step: nothing outside of the code has changed";
    }

    @Override
    public MigrationStep inverse() {
      return new SplitCode(context, !apart);
    }
  }

  /**
   * The tables of a context get a schema of their own.
   *
   * @param apart whether they are apart afterwards
   */
  record SplitDatabase(String context, boolean apart) implements MigrationStep {
    @Override
    public String id() {
      return apart ? "split-database" : "join-database";
    }

    @Override
    public String title() {
      return apart
          ? "split the tables of %s from the rest".formatted(context)
          : "put the tables of %s back among the rest".formatted(context);
    }

    @Override
    public String doneWhen() {
      return apart
          ? "no statement, key, view or transaction names tables of both sides"
          : "all rows are in the old tables, and their keys hold again";
    }

    @Override
    public String how() {
      return apart
          ? "copy the tables, let triggers keep both copies alike, move readers and writers, then let"
              + " go of the old ones"
          : "the old tables were kept alike by triggers: point the code at them again, put the keys"
              + " back, drop the copies";
    }

    @Override
    public MigrationStep inverse() {
      return new SplitDatabase(context, !apart);
    }
  }

  /**
   * A service answers for a context.
   *
   * @param offered whether it runs afterwards
   */
  record DefineService(String context, boolean offered) implements MigrationStep {
    @Override
    public String id() {
      return offered ? "define-service" : "withdraw-service";
    }

    @Override
    public String title() {
      return offered
          ? "define and deploy a service for %s that nobody calls yet".formatted(context)
          : "withdraw the service for %s".formatted(context);
    }

    @Override
    public String doneWhen() {
      return offered
          ? "it runs beside the monolith, is watched, and answers recorded requests alike"
          : "it no longer runs";
    }

    @Override
    public String how() {
      return offered
          ? "put the module behind a remote interface; deploy it without traffic"
          : "delete the deployment: nothing has called it";
    }

    @Override
    public MigrationStep inverse() {
      return new DefineService(context, !offered);
    }
  }

  /**
   * Requests and calls go to the service.
   *
   * @param remote whether they do afterwards
   */
  record UseService(String context, boolean remote) implements MigrationStep {
    @Override
    public String id() {
      return remote ? "use-service" : "use-monolith";
    }

    @Override
    public String title() {
      return remote
          ? "send the requests and calls for %s to the service, share by share".formatted(context)
          : "send the requests and calls for %s to the monolith again".formatted(context);
    }

    @Override
    public String doneWhen() {
      return remote
          ? "the monolith's own code of %s gets no call for as long as your longest cycle lasts"
              .formatted(context)
          : "the service gets no call";
    }

    @Override
    public String how() {
      return remote
          ? "switch the adapter and the route, reads first; rows written there flow back until the"
              + " next step"
          : "set the route and the adapter back; what was written meanwhile has flowed back already";
    }

    @Override
    public MigrationStep inverse() {
      return new UseService(context, !remote);
    }
  }

  /**
   * The monolith's own code and tables of a context go.
   *
   * @param deleted whether they are gone afterwards
   */
  record DeleteOldCode(String context, boolean deleted) implements MigrationStep {
    @Override
    public String id() {
      return deleted ? "delete-old-code" : "restore-old-code";
    }

    @Override
    public String title() {
      return deleted
          ? "delete the monolith's own code and tables of %s".formatted(context)
          : "restore the monolith's own code and tables of %s".formatted(context);
    }

    @Override
    public String doneWhen() {
      return deleted
          ? "the monolith builds without them, and a backup of its old tables is proven to restore"
          : "the monolith answers for %s from its own tables".formatted(context);
    }

    @Override
    public String how() {
      return deleted
          ? "take a backup, then drop the triggers, the old tables and the code"
          : "revert the commit, make the old tables again, copy the rows back from the service's"
              + " database: a project of its own, so do not hurry this step";
    }

    @Override
    public MigrationStep inverse() {
      return new DeleteOldCode(context, !deleted);
    }
  }
}
