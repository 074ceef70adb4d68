package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.DeskService.Desk;
import vn.gdnn.newswire.delivery.DeskService.StoreAway;
import vn.gdnn.newswire.delivery.fault.DeadLetterHeaders;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.delivery.watch.ConsumerLag;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;

/** What becomes of records that fail, through the binder and a real broker. */
class FaultsTest {

  private static final String SERVICE = "desk-service";
  private static final String DEAD = Topics.deadLetters(Topics.INGESTED, SERVICE);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static ConfigurableApplicationContext service;
  private static EventSender sender;
  private static Desk desk;
  private static Tracer tracer;
  private static MeterRegistry meters;
  private static EventCodec codec;

  private final UUID key = UUID.randomUUID();
  private double handledBefore;
  private double worldBefore;
  private double eventBefore;

  @BeforeAll
  static void start() {
    service = DeskService.start(RealBroker.address(), SERVICE, Topics.INGESTED);
    sender = service.getBean(EventSender.class);
    desk = service.getBean(Desk.class);
    tracer = service.getBean(Tracer.class);
    meters = service.getBean(MeterRegistry.class);
    codec = service.getBean(EventCodec.class);
    await().until(() -> service.getBean(TopicGate.class).isReading());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void readCounters() {
    // What the test before left behind is committed, so it is counted as well.
    await().until(() -> RealBroker.isCaughtUp(SERVICE, Topics.INGESTED, 2));
    handledBefore = handled();
    worldBefore = retries("world");
    eventBefore = retries("event");
  }

  @Test
  void handsOverTheEventWithWhatStandsBesideIt() {
    RecordMetadata at = send("first");

    await().until(() -> desk.seen(key).size() == 1);
    ReceivedEvent event = desk.seen(key).get(0);
    assertThat(event.key()).isEqualTo(key);
    assertThat(event.topic()).isEqualTo(Topics.INGESTED);
    assertThat(event.partition()).isEqualTo(at.partition());
    assertThat(event.offset()).isEqualTo(at.offset());
    assertThat(event.place()).isEqualTo(new Place(3, at.offset()));
    assertThat(event.type()).isEqualTo(EventType.WITHDRAWN.ceType());
    assertThat(event.traceparent()).contains(TRACE);
    assertThat(event.headers())
        .containsEntry(EventHeaders.SPEC_VERSION, "1.0")
        .containsEntry(EventHeaders.SOURCE, "/ingest-service")
        .containsEntry(EventHeaders.SUBJECT, key.toString())
        .containsEntry(EventHeaders.CONTENT_TYPE, "application/json");
    assertThat(((ArticleWithdrawn) codec.decodeArticleEvent(event.value(), event.type())).reason())
        .isEqualTo("first");
    await().untilAsserted(() -> assertThat(handled() - handledBefore).isEqualTo(1));
  }

  @Test
  void theTraceReachesTheListenerAndWhatItSends() {
    List<String> traces = new CopyOnWriteArrayList<>();
    desk.when(
        key,
        event -> {
          traces.add(tracer.currentSpan().context().traceId());
          sender.send(Topics.ENRICHED, key, withdrawn("on"), EventContext.fresh("desk-service"));
          sender.passOn(Topics.ENRICHED, event);
        });

    RecordMetadata at = send("traced");

    List<ConsumerRecord<byte[], byte[]>> sent =
        RealBroker.await(Topics.ENRICHED, 2, record -> text(record.key()).equals(key.toString()));
    assertThat(traces).containsExactly(TRACE);
    assertThat(header(sent.get(0), EventHeaders.TRACE_PARENT)).startsWith("00-" + TRACE);
    assertThat(header(sent.get(1), EventHeaders.TRACE_PARENT)).contains(TRACE);
    assertThat(header(sent.get(1), EventHeaders.PLACE)).isEqualTo("3-" + at.offset());
    assertThat(header(sent.get(1), EventHeaders.SOURCE)).isEqualTo("/ingest-service");
    assertThat(names(sent.get(1))).noneMatch(name -> name.startsWith("kafka_"));
    assertThat(sent.get(1).value()).isEqualTo(codec.encode(withdrawn("traced")));
  }

  @Test
  void anUnreadableEventIsDeadLetteredAtOnce_withItsBytesHeadersAndReason() throws Exception {
    desk.when(key, event -> codec.decodeArticleEvent(event.value(), event.type()));
    byte[] bytes = "no JSON {".getBytes(StandardCharsets.UTF_8);

    RealBroker.append(raw(key.toString(), bytes, EventType.WITHDRAWN.ceType()));

    ConsumerRecord<byte[], byte[]> letter = deadLetter();
    assertThat(letter.value()).isEqualTo(bytes);
    assertThat(letter.key()).isEqualTo(key.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(header(letter, EventHeaders.TYPE)).isEqualTo(EventType.WITHDRAWN.ceType());
    assertThat(header(letter, EventHeaders.ID)).isEqualTo("event-of-" + key);
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("unreadable");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.INGESTED);
    assertThat(header(letter, DeadLetterHeaders.SERVICE)).isEqualTo(SERVICE);
    assertThat(header(letter, DeadLetterHeaders.ATTEMPTS)).isEqualTo("1");
    assertThat(header(letter, DeadLetterHeaders.ERROR)).contains("not JSON at line 1");
    ReceivedEvent event = desk.seen(key).get(0);
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("" + event.partition());
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("" + event.offset());
    assertThat(header(letter, EventHeaders.PLACE)).isEqualTo("3-" + event.offset());
    assertThat(Instant.parse(header(letter, DeadLetterHeaders.AT))).isBefore(Instant.now());
    assertThat(desk.seen(key)).hasSize(1);
    assertThat(retries("event")).isEqualTo(eventBefore);
  }

  @Test
  void theNewsroomHearsOfADeadLetter() throws Exception {
    desk.when(key, event -> codec.decodeArticleEvent(event.value(), event.type()));

    RealBroker.append(raw(key.toString(), new byte[] {1}, EventType.WITHDRAWN.ceType()));

    ConsumerRecord<byte[], byte[]> told =
        RealBroker.await(Topics.OUTCOMES, 1, record -> text(record.key()).equals(key.toString()))
            .get(0);
    Outcome outcome = codec.decode(told.value(), Outcome.class);
    assertThat(outcome.state()).isEqualTo(State.DEAD_LETTERED);
    assertThat(outcome.reason()).isEqualTo("unreadable");
    assertThat(outcome.eventId()).isEqualTo("event-of-" + key);
    assertThat(outcome.place()).isEqualTo(new Place(3, desk.seen(key).get(0).offset()));
    assertThat(outcome.service()).isEqualTo(SERVICE);
    assertThat(outcome.traceId()).isEqualTo(TRACE);
    assertThat(header(told, EventHeaders.TYPE)).isEqualTo(EventType.OUTCOME.ceType());
  }

  @Test
  void eachKindOfInvalidEventHasItsReason() throws Exception {
    desk.when(key, event -> codec.decodeArticleEvent(event.value(), event.type()));
    double breaks = deadLetters("breaks-schema");
    double unknown = deadLetters("unknown-type");

    RealBroker.append(raw(key.toString(), "{}".getBytes(), EventType.WITHDRAWN.ceType()));
    RealBroker.append(raw(key.toString(), "{}".getBytes(), "vn.gdnn.something.else"));
    RealBroker.append(raw(key.toString(), "{}".getBytes(), null));

    List<ConsumerRecord<byte[], byte[]>> letters = deadLetters(3);
    assertThat(letters)
        .extracting(letter -> header(letter, DeadLetterHeaders.REASON))
        .containsExactly("breaks-schema", "unknown-type", "unknown-type");
    await()
        .untilAsserted(
            () -> {
              assertThat(deadLetters("breaks-schema") - breaks).isEqualTo(1);
              assertThat(deadLetters("unknown-type") - unknown).isEqualTo(2);
            });
  }

  @Test
  void aRecordWithoutAValueOrAnArticlesKeyIsDeadLettered() throws Exception {
    double unreadable = deadLetters("unreadable");
    String noArticle = "no-article-" + key;

    RealBroker.append(raw(key.toString(), null, EventType.WITHDRAWN.ceType()));
    RealBroker.append(raw(noArticle, "{}".getBytes(), EventType.WITHDRAWN.ceType()));

    assertThat(header(deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("unreadable");
    assertThat(deadLetter().value()).isNull();
    ConsumerRecord<byte[], byte[]> keyless =
        RealBroker.await(DEAD, 1, letter -> text(letter.key()).equals(noArticle)).get(0);
    assertThat(header(keyless, DeadLetterHeaders.REASON)).isEqualTo("breaks-schema");
    await().untilAsserted(() -> assertThat(deadLetters("unreadable") - unreadable).isEqualTo(1));
  }

  @Test
  void anEventThatFailsByItselfIsTriedFiveTimes_thenTheStreamGoesOn() {
    double failed = deadLetters("failed");
    desk.when(
        key,
        event -> {
          if (reason(event).equals("poison")) {
            throw new IllegalStateException("x".repeat(5000));
          }
        });

    send("poison");
    send("after it");

    ConsumerRecord<byte[], byte[]> letter = deadLetter();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("failed");
    assertThat(header(letter, DeadLetterHeaders.ATTEMPTS)).isEqualTo("5");
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.STACK_TRACE).value().length)
        .isLessThanOrEqualTo(2048);
    await()
        .untilAsserted(
            () ->
                assertThat(reasons())
                    .containsExactly("poison", "poison", "poison", "poison", "poison", "after it"));
    await()
        .untilAsserted(
            () -> {
              assertThat(deadLetters("failed") - failed).isEqualTo(1);
              assertThat(retries("event") - eventBefore).isEqualTo(4);
              assertThat(retries("world")).isEqualTo(worldBefore);
              assertThat(handled() - handledBefore).isEqualTo(1);
            });
  }

  @Test
  void anEventThatOverflowsTheStackIsSetAside_andReadingGoesOn() {
    desk.when(
        key,
        event -> {
          if (reason(event).equals("deep")) {
            throw new StackOverflowError();
          }
        });

    send("deep");
    send("after it");

    assertThat(header(deadLetter(), DeadLetterHeaders.ERROR)).contains("StackOverflowError");
    await().until(() -> reasons().contains("after it"));
  }

  @Test
  void theWorldsFaultWaits_theSameEventComesFirstAgain_inOrderAndNothingIsLost() {
    AtomicInteger away = new AtomicInteger(7);
    desk.when(
        key,
        event -> {
          if (reason(event).equals("two") && away.getAndDecrement() > 0) {
            throw new WorldFault("the store is away", null);
          }
        });

    List.of("one", "two", "three", "four").forEach(this::send);

    List<String> expected = new ArrayList<>(List.of("one"));
    for (int i = 0; i < 8; i++) {
      expected.add("two");
    }
    expected.addAll(List.of("three", "four"));
    await().untilAsserted(() -> assertThat(reasons()).isEqualTo(expected));
    await()
        .untilAsserted(
            () -> {
              assertThat(retries("world") - worldBefore).isEqualTo(7);
              assertThat(retries("event")).isEqualTo(eventBefore);
              assertThat(handled() - handledBefore).isEqualTo(4);
            });
  }

  @Test
  void aForeignExceptionCountsAsTheWorldsWhenTheServiceSaysSo() {
    AtomicInteger away = new AtomicInteger(6);
    desk.when(
        key,
        event -> {
          if (away.getAndDecrement() > 0) {
            throw new IllegalStateException("could not write", new StoreAway());
          }
        });

    send("patient");

    await().until(() -> desk.seen(key).size() == 7);
    await().untilAsserted(() -> assertThat(retries("world") - worldBefore).isEqualTo(6));
    assertThat(retries("event")).isEqualTo(eventBefore);
  }

  @Test
  void theOtherPartitionGoesOnWhileOneWaits() {
    UUID other = onTheOtherPartition();
    List<String> order = new CopyOnWriteArrayList<>();
    AtomicInteger away = new AtomicInteger(1);
    desk.when(
        key,
        event -> {
          // Back only when the other partition's event is through.
          if (desk.seen(other).isEmpty() || away.getAndDecrement() > 0) {
            throw new WorldFault("away until the other is through", null);
          }
          order.add("waited");
        });
    desk.when(other, event -> order.add("went on"));

    send("waits");
    await().until(() -> !desk.seen(key).isEmpty());
    sender.send(Topics.INGESTED, other, withdrawn("other"), context(other));

    await().untilAsserted(() -> assertThat(order).containsExactly("went on", "waited"));
  }

  @Test
  void anEventThatFailsAfterTheWorldDidIsStillSetAside() {
    AtomicInteger tries = new AtomicInteger();
    desk.when(
        key,
        event -> {
          // A back-off chosen at the first failure would make this one wait for ever.
          if (tries.getAndIncrement() < 2) {
            throw new WorldFault("away", null);
          }
          throw new IllegalArgumentException("can't be done");
        });

    send("both");

    assertThat(header(deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("failed");
    assertThat(tries).hasValue(7);
    assertThat(retries("world") - worldBefore).isEqualTo(2);
    assertThat(retries("event") - eventBefore).isEqualTo(4);
  }

  @Test
  void theLagIsWhatIsNotCommitted() {
    AtomicInteger held = new AtomicInteger(1);
    desk.when(
        key,
        event -> {
          if (held.get() > 0) {
            throw new WorldFault("held", null);
          }
        });

    List.of("one", "two", "three").forEach(this::send);

    await().untilAsserted(() -> assertThat(lag()).isEqualTo(3));
    held.set(0);
    await().untilAsserted(() -> assertThat(lag()).isZero());
  }

  @Test
  void deadLettersWait_untilSomebodyHasDealtWithThem() throws Exception {
    append("no JSON {");
    await().untilAsserted(() -> assertThat(waiting()).isGreaterThanOrEqualTo(1));

    dealtWithUpTo(deadLetter().offset() + 1);
    await().untilAsserted(() -> assertThat(waiting()).isZero());

    append("none either");
    await().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
  }

  private void append(String value) throws Exception {
    desk.when(key, event -> codec.decodeArticleEvent(event.value(), event.type()));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    RealBroker.append(raw(key.toString(), bytes, EventType.WITHDRAWN.ceType()));
  }

  private static void dealtWithUpTo(long offset) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealBroker.address()))) {
      admin
          .alterConsumerGroupOffsets(
              ConsumerLag.OPERATORS,
              Map.of(new TopicPartition(DEAD, 0), new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }

  private static double waiting() {
    return meters.get("articles.dead.letters.waiting").tag("topic", DEAD).gauge().value();
  }

  @Test
  void theBindersLagIsSwitchedOffAndCountersStartAtNought() {
    assertThat(meters.getMeters().stream().map(Meter::getId).map(Meter.Id::getName))
        .doesNotContain("spring.cloud.stream.binder.kafka.offset");
    assertThat(meters.find("articles.dead.letters").tag("topic", Topics.INGESTED).counters())
        .extracting(counter -> counter.getId().getTag("reason"))
        .containsExactlyInAnyOrder("unreadable", "breaks-schema", "unknown-type", "failed");
  }

  private RecordMetadata send(String reason) {
    return sender.send(Topics.INGESTED, key, withdrawn(reason), context(key));
  }

  private static EventContext context(UUID key) {
    return new EventContext(
        "event-of-" + key,
        Instant.parse("2020-06-11T03:24:15Z"),
        "/ingest-service",
        null,
        3,
        "00-" + TRACE + "-b7ad6b7169203331-01");
  }

  private ArticleWithdrawn withdrawn(String reason) {
    return new ArticleWithdrawn(key, reason, List.of("*"), Instant.parse("2020-06-11T03:24:15Z"));
  }

  private static ProducerRecord<byte[], byte[]> raw(
      String key, byte @Nullable [] value, @Nullable String type) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.INGESTED, key.getBytes(StandardCharsets.UTF_8), value);
    record.headers().add(EventHeaders.ID, ("event-of-" + key).getBytes(StandardCharsets.UTF_8));
    record.headers().add(EventHeaders.TIME, "2020-06-11T03:24:15Z".getBytes());
    record.headers().add(EventHeaders.EPOCH, "3".getBytes());
    record
        .headers()
        .add(EventHeaders.TRACE_PARENT, ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes());
    if (type != null) {
      record.headers().add(EventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  private UUID onTheOtherPartition() {
    int mine = send("where am I").partition();
    while (true) {
      UUID other = UUID.randomUUID();
      if (sender.send(Topics.INGESTED, other, withdrawn("and I"), context(other)).partition()
          != mine) {
        await().until(() -> !desk.seen(key).isEmpty() && !desk.seen(other).isEmpty());
        desk.forget(key);
        desk.forget(other);
        return other;
      }
    }
  }

  private ConsumerRecord<byte[], byte[]> deadLetter() {
    return deadLetters(1).get(0);
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
    return RealBroker.await(DEAD, count, letter -> text(letter.key()).equals(key.toString()));
  }

  private List<String> reasons() {
    return desk.seen(key).stream().map(FaultsTest::reason).toList();
  }

  private static String reason(ReceivedEvent event) {
    return codec.decode(event.value(), ArticleWithdrawn.class).reason();
  }

  private static double handled() {
    return meters.counter("articles.handled", "topic", Topics.INGESTED).count();
  }

  private static double retries(String fault) {
    return meters.counter("articles.retries", "topic", Topics.INGESTED, "fault", fault).count();
  }

  private static double deadLetters(String reason) {
    return meters
        .counter("articles.dead.letters", "topic", Topics.INGESTED, "reason", reason)
        .count();
  }

  private static double lag() {
    return meters
        .get("articles.lag")
        .tag("topic", Topics.INGESTED)
        .tag("group", SERVICE)
        .gauge()
        .value();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : text(header.value());
  }

  private static List<String> names(ConsumerRecord<byte[], byte[]> record) {
    List<String> names = new ArrayList<>();
    record.headers().forEach(header -> names.add(header.key()));
    return names;
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
