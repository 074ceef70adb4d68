package vn.gdnn.newswire.enrich.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;
import vn.gdnn.newswire.enrich.table.TableFault;

/**
 * The tagger in use, and another one as soon as the registry's folder has changed: an editor adds
 * an entry and no service is started anew. A wrong file changes nothing: the registry in use stays,
 * and health, log and metrics say what is wrong, with file and line.
 */
public final class LiveTagger {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTagger.class);

  private final Optional<Path> folder;
  private final SequenceModel model = ArticleTagger.packagedModel();
  private final Counter loaded;
  private final Counter refused;
  private volatile ArticleTagger tagger;
  private volatile Instant since = Instant.now();
  private volatile @Nullable String problem;
  private String inUse;
  private String seen;

  /**
   * Loads the registry.
   *
   * @param folder the registry's folder, watched from now on; none for the packaged registry
   * @throws TableFault when a file is wrong: a service does not start with half a registry
   */
  public LiveTagger(Optional<Path> folder, MeterRegistry meters) {
    this.folder = folder;
    this.inUse = folder.map(LiveTagger::print).orElse("");
    this.seen = inUse;
    this.tagger =
        new ArticleTagger(
            folder.map(RegistryFiles::folder).orElseGet(RegistryFiles::packaged), model);
    this.loaded = counter(meters, "loaded");
    this.refused = counter(meters, "refused");
    Gauge.builder("articles.registry.problem", this, live -> live.problem == null ? 0 : 1)
        .description("1 while the registry's folder holds files that can't be taken up")
        .register(meters);
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("articles.registry.reloads")
        .description("Changes of the registry's folder, by what became of them")
        .tag("result", result)
        .register(meters);
  }

  /** The tagger to use now. */
  public ArticleTagger now() {
    return tagger;
  }

  /** Since when the registry in use is in use. */
  public Instant since() {
    return since;
  }

  /** What keeps the folder's files from being taken up; absent when they are in use. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * Looks at the folder; takes it up when it has changed and was at rest since the last look, so
   * that files are not read while they are written.
   */
  public synchronized void look() {
    if (folder.isEmpty()) {
      return;
    }
    try {
      String print = print(folder.get());
      boolean atRest = print.equals(seen);
      seen = print;
      if (!atRest || print.equals(inUse)) {
        return;
      }
      inUse = print;
      take(new ArticleTagger(RegistryFiles.folder(folder.get()), model));
    } catch (TableFault | UncheckedIOException | IllegalStateException fault) {
      refuse(String.valueOf(fault.getMessage()));
    }
  }

  private void take(ArticleTagger fresh) {
    tagger = fresh;
    since = Instant.now();
    problem = null;
    loaded.increment();
    LOG.info("registry {} taken up", fresh.registryVersion());
  }

  private void refuse(String reason) {
    problem = reason;
    refused.increment();
    LOG.error("registry not taken up, {} stays in use: {}", tagger.registryVersion(), reason);
  }

  /** Names, sizes and times of the files. */
  private static String print(Path folder) {
    StringBuilder print = new StringBuilder();
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> files = list.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
      for (Path file : files) {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        print.append(file.getFileName()).append(' ').append(is.size());
        print.append(' ').append(is.lastModifiedTime().toMillis()).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the registry's folder " + folder, e);
    }
    return print.toString();
  }
}
