package vn.gdnn.newswire.publish.push;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import vn.gdnn.newswire.publish.push.websub.TouchedFeeds;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.web.ErrorPage;
import vn.gdnn.newswire.publish.web.Representation;

/** An instance of the service as far as it tells others, on a store that it shares. */
public final class PushInstance implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Mortal standings;

  /** Starts it; settings as {@code name=value}. */
  public PushInstance(News news, Standings shared, TouchedFeeds touched, String... settings) {
    standings = new Mortal(shared);
    context =
        new SpringApplicationBuilder(Room.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=none", "spring.main.banner-mode=off")
            .initializers(
                starting -> {
                  var beans =
                      (org.springframework.context.support.GenericApplicationContext) starting;
                  beans.registerBean(News.class, () -> news);
                  beans.registerBean(Standings.class, () -> standings);
                  beans.registerBean(TouchedFeeds.class, () -> touched);
                  beans.registerBean(Clock.class, Clock::systemUTC);
                  beans.registerBean(ErrorPage.class, () -> status -> nothing());
                  beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
                })
            .run(arguments(settings));
  }

  private static Representation nothing() {
    return Representation.of("text/html", new byte[0], null);
  }

  /** What is set later wins. */
  private static String[] arguments(String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("newswire.public-url", "https://ban-tin.example");
    all.put("newswire.push.back-off.initial", "5ms");
    all.put("newswire.push.back-off.max", "40ms");
    all.put("newswire.push.limits.connect", "500ms");
    all.put("newswire.push.limits.answer", "600ms");
    all.put("newswire.push.limits.whole", "900ms");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return all.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  /** It is the keeper from now on. */
  public PushInstance takeOver() {
    context.getBean(Pushing.class).takeOver();
    return this;
  }

  /** Another one is. */
  public void handOver() {
    context.getBean(Pushing.class).handOver();
  }

  public Health health() {
    return context.getBean(PushHealthIndicator.class).health();
  }

  /** What health says of one. */
  public String says(String outlet) {
    return String.valueOf(health().getDetails().get(outlet));
  }

  /** How often this came of what was sent to one. */
  public int count(String counter, String outlet, String result) {
    return (int)
        context
            .getBean(MeterRegistry.class)
            .get(counter)
            .tags("receiver", outlet, "result", result)
            .counter()
            .count();
  }

  /** How many requests were sent, or could not be. */
  public int attempts(String counter, String outlet) {
    return (int)
        context
            .getBean(MeterRegistry.class)
            .get(counter)
            .tags("receiver", outlet)
            .counters()
            .stream()
            .mapToDouble(one -> one.count())
            .sum();
  }

  public double lag(String outlet) {
    return context
        .getBean(MeterRegistry.class)
        .get("articles.push.lag")
        .tag("receiver", outlet)
        .gauge()
        .value();
  }

  /** Ends without a chance to write anything more. */
  public void kill() {
    standings.dead = true;
    context.close();
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Mortal implements Standings {
    private final Standings shared;
    private volatile boolean dead;

    Mortal(Standings shared) {
      this.shared = shared;
    }

    @Override
    public Optional<Standing> find(String id) {
      return shared.find(id);
    }

    @Override
    public boolean replace(Standing next) {
      if (dead) {
        throw new NewsUnavailable(new IllegalStateException("killed"));
      }
      return shared.replace(next);
    }
  }

  /** No stereotype: the service's own scan must not find it. */
  @ComponentScan({
    "vn.gdnn.newswire.publish.push",
    "vn.gdnn.newswire.publish.web",
    "vn.gdnn.newswire.publish.feed",
    "vn.gdnn.newswire.publish.api",
  })
  static class Room {}
}
