package vn.gdnn.newswire.delivery.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the newswire: their names and what the design says of each. */
public final class Topics {

  /** CloudEvents from other producers, read by ingest. */
  public static final String DRAFTS = "drafts.v1";

  /** What ingest accepted: drafts, withdrawals and reinstatements, in one order per article. */
  public static final String INGESTED = "articles.ingested.v1";

  /** The same events, drafts with their tags. */
  public static final String ENRICHED = "articles.enriched.v1";

  /** Entries: the one order that everyone sees. */
  public static final String PUBLISHED = "articles.published.v1";

  /** A record for each step, refusal and failure. */
  public static final String OUTCOMES = "articles.outcomes.v1";

  /** Enrich's registry, for publish's pages. */
  public static final String REGISTRY = "registry.entities.v1";

  private static final int MIB = 1024 * 1024;
  private static final int DRAFT_BYTES = 2 * MIB;
  private static final int EVENT_BYTES = 8 * MIB;
  private static final int DEAD_LETTER_BYTES = 9 * MIB;
  private static final String DEAD_LETTERS = ".dlq";
  private static final Duration A_MONTH = Duration.ofDays(30);

  private static final Map<String, TopicSpec> KNOWN =
      Stream.of(
              TopicSpec.byArticle(DRAFTS, DRAFT_BYTES).keptFor(A_MONTH),
              TopicSpec.byArticle(INGESTED, EVENT_BYTES),
              TopicSpec.byArticle(ENRICHED, EVENT_BYTES),
              TopicSpec.single(PUBLISHED, EVENT_BYTES),
              TopicSpec.byArticle(OUTCOMES, EVENT_BYTES).keptFor(A_MONTH),
              TopicSpec.single(REGISTRY, EVENT_BYTES).compact())
          .collect(Collectors.toUnmodifiableMap(TopicSpec::name, Function.identity()));

  private Topics() {}

  /** Every topic of the design, but for the dead letters. */
  static Collection<TopicSpec> all() {
    return KNOWN.values();
  }

  /** The dead letters of a topic that a service reads. */
  public static String deadLetters(String topic, String service) {
    return topic + "." + service + DEAD_LETTERS;
  }

  /**
   * What the design says of a topic.
   *
   * @throws IllegalArgumentException for a name that the design does not have
   */
  public static TopicSpec spec(String name) {
    if (name.endsWith(DEAD_LETTERS)) {
      return TopicSpec.single(name, DEAD_LETTER_BYTES);
    }
    TopicSpec spec = KNOWN.get(name);
    if (spec == null) {
      throw new IllegalArgumentException("the newswire has no topic " + name);
    }
    return spec;
  }

  /** The most bytes that a record of this topic may take, with key, headers and batch. */
  public static int maxRecordBytes(String name) {
    return spec(name).maxRecordBytes();
  }

  /** The most bytes that a record of any topic may take. */
  public static int maxRecordBytes() {
    return DEAD_LETTER_BYTES;
  }
}
