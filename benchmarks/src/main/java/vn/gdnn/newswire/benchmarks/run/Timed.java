package vn.gdnn.newswire.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.events.Tag;

/** What JMH takes the time of, on one thread. Each gives the number of names found. */
public class Timed {

  /** Parts of a text that are as long together for every length up to a million. */
  static final int WHOLE = 1_000_000;

  /** This tagger, and the articles. */
  @State(Scope.Thread)
  public static class Newswire {

    /** The folder of the registry; empty for the packaged one. */
    @Param("")
    public String registry = "";

    private List<MarkedFile> articles = List.of();
    private @Nullable ArticleTagger tagger;

    /** Loads what is needed; not timed. */
    @Setup
    public void load() {
      articles = Given.ofThisProcess().read();
      tagger = Given.tagger(registry);
    }

    int names() {
      int names = 0;
      for (MarkedFile article : articles) {
        names += names(Objects.requireNonNull(tagger), article);
      }
      return names;
    }

    static int names(ArticleTagger tagger, MarkedFile article) {
      return mentions(tagger.enrich(article.title(), article.body(), Given.dayOf(article)).tags());
    }
  }

  private static int mentions(List<Tag> tags) {
    int mentions = 0;
    for (Tag tag : tags) {
      mentions += tag.mentions().size();
    }
    return mentions;
  }

  /** OpenNLP, and the articles. */
  @State(Scope.Thread)
  public static class Other {

    private List<MarkedFile> articles = List.of();
    private @Nullable OpenNlp finder;

    /** Loads what is needed; not timed. */
    @Setup
    public void load() throws IOException {
      articles = Given.ofThisProcess().read();
      finder = new OpenNlp(Given.ofThisProcess().openNlp());
    }

    int names() {
      int names = 0;
      for (MarkedFile article : articles) {
        names += Objects.requireNonNull(finder).names(article.title(), article.body());
      }
      return names;
    }
  }

  /** Texts of one length. */
  @State(Scope.Thread)
  public static class Grown {

    /** UTF-16 code units of each text. */
    @Param("1000")
    public int length;

    private List<String> texts = List.of();
    private @Nullable ArticleTagger tagger;

    /** Loads what is needed; not timed. */
    @Setup
    public void load() {
      String whole = Articles.stretched(Given.ofThisProcess().read(), Math.max(length, WHOLE));
      texts = Articles.parts(whole, length);
      tagger = Given.tagger("");
    }

    int names() {
      int names = 0;
      for (String text : texts) {
        names += mentions(Objects.requireNonNull(tagger).enrich("", text, Given.DAY).tags());
      }
      return names;
    }
  }

  /**
   * Processor time, since on a busy machine the clock tells more of the others. That of the whole
   * process: collecting garbage is part of the work.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {

    private static final OperatingSystemMXBean PROCESS =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Nanoseconds. */
    public long nanos;

    /** How often the work was done in them. */
    public long times;

    int used(IntSupplier work) {
      long before = PROCESS.getProcessCpuTime();
      int names = work.getAsInt();
      nanos += PROCESS.getProcessCpuTime() - before;
      times++;
      return names;
    }
  }

  /** This tagger on the articles. */
  @Benchmark
  public int newswire(Newswire state, Processor processor) {
    return processor.used(state::names);
  }

  /** OpenNLP on the articles. */
  @Benchmark
  public int openNlp(Other state, Processor processor) {
    return processor.used(state::names);
  }

  /** This tagger on texts of one length. */
  @Benchmark
  public int grown(Grown state, Processor processor) {
    return processor.used(state::names);
  }
}
