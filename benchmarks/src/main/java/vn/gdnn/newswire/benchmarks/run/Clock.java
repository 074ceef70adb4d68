package vn.gdnn.newswire.benchmarks.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Takes one time with JMH, in a Java process of its own: warm-up first, one thread, a garbage
 * collector that has no threads of its own either.
 */
public final class Clock {

  /** Until the compiler has done: with six seconds it took half of what was measured. */
  private static final int WARM_UPS = 12;

  private static final TimeValue WARM_UP = TimeValue.milliseconds(1_500);
  private static final TimeValue MEASURED = TimeValue.seconds(3);

  private final Given given;

  /** Takes times of the work given. */
  public Clock(Given given) {
    this.given = given;
  }

  /**
   * How long a piece of work took.
   *
   * @param clock nanoseconds by the clock
   * @param processor nanoseconds of processor time
   */
  public record Taken(double clock, double processor) {}

  /** What this tagger takes for all articles, with a registry of a folder. */
  public Taken newswire(String registry) {
    return taken("newswire", new OptionsBuilder().param("registry", registry));
  }

  /** What OpenNLP takes for all articles. */
  public Taken openNlp() {
    return taken("openNlp", new OptionsBuilder());
  }

  /** What a character takes in texts of a length. */
  public Taken aCharacter(int length) {
    Taken all = taken("grown", new OptionsBuilder().param("length", Integer.toString(length)));
    int characters = Math.max(length, Timed.WHOLE);
    return new Taken(all.clock() / characters, all.processor() / characters);
  }

  private Taken taken(String what, ChainedOptionsBuilder options) {
    options
        .include("\\Q" + Timed.class.getName() + "." + what + "\\E$")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(1)
        .threads(1)
        .warmupIterations(WARM_UPS)
        .warmupTime(WARM_UP)
        .measurementIterations(1)
        .measurementTime(MEASURED)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
        .jvmArgsAppend(given.asProperties().toArray(new String[0]));
    try {
      RunResult result = new Runner(options.build()).runSingle();
      return new Taken(
          result.getPrimaryResult().getScore(), event(result, "nanos") / event(result, "times"));
    } catch (RunnerException e) {
      throw new IllegalStateException(what + " could not be timed", e);
    }
  }

  private static double event(RunResult result, String name) {
    return result.getSecondaryResults().get(name).getScore();
  }
}
