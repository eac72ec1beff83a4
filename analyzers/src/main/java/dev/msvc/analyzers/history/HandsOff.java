package dev.msvc.analyzers.history;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from writing, from asking git, and from reading the user's settings, so that the same
 * repository gives the same answer for everyone.
 *
 * <p>Left alone, it measures how exact the times of files are with probe files beside the
 * repository's own, and writes the result below the user's home.
 */
final class HandsOff extends SystemReader.Delegate {
  private static final int CACHED_BYTES = 64 << 20;
  private static final int WINDOW_BYTES = 64 << 10;

  private HandsOff(SystemReader delegate) {
    super(delegate);
  }

  /** Once for the whole program: JGit has one such setting only. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof HandsOff)) {
      SystemReader.setInstance(new HandsOff(SystemReader.getInstance()));
      WindowCacheConfig cache = new WindowCacheConfig();
      cache.setPackedGitLimit(CACHED_BYTES);
      cache.setPackedGitWindowSize(WINDOW_BYTES);
      cache.setDeltaBaseCacheLimit(CACHED_BYTES);
      cache.install();
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") || variable.startsWith("XDG_")
        ? null
        : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Nowhere(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Nowhere(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Nowhere(parent, fs);
  }

  /** Settings that are in no file. */
  private static final class Nowhere extends FileBasedConfig {
    Nowhere(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // there is nothing to load
    }

    @Override
    public void save() {
      // and nothing may be written
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** How exact the times of files are: as if it had been measured. */
    @Override
    public long getTimeUnit(
        String section,
        @Nullable String subsection,
        String name,
        long defaultValue,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(2, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }
  }
}
