package vn.gdnn.newswire.publish.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.Registered;
import vn.gdnn.newswire.publish.mongo.MongoKeptRegistry;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.registry.KeptRegistry.Replacement;
import vn.gdnn.newswire.publish.registry.KeptRegistry.Standing;
import vn.gdnn.newswire.publish.registry.RegistryKeeping.Done;
import vn.gdnn.newswire.publish.registry.RegistryKeeping.Said;

/** Part of the storage suite. */
class RegistryKeepingTest {

  private static final String LOG = "first";

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoKeptRegistry kept = new MongoKeptRegistry(store);
  private final RegistryKeeping keeping = new RegistryKeeping(kept);
  private final MongoNews news = new MongoNews(store);

  private static Said said(long offset, RegistryRecord record) {
    return new Said(record.key(), offset, record);
  }

  private static Said unit(long offset, String id, String name) {
    return said(offset, Registered.unit(id, name));
  }

  private static Said gone(long offset, String id) {
    return new Said(RegistryRecord.key(Kind.UNIT, id), offset, null);
  }

  private Done keep(String log, Said... said) {
    return keeping.keep(log, List.of(said));
  }

  private String name(String id) {
    return news.feed(FeedKey.of(Kind.UNIT, id)).map(FeedList::name).orElse("");
  }

  @Test
  void keepsEachKindWithAllThatIsKnownOfIt() {
    for (String kind : List.of("person", "unit", "plan")) {
      var entity = Registered.example(kind);
      keep(LOG, said(0, entity));
      assertThat(news.registry(entity.kind(), entity.id())).contains(entity);
    }
    RegistryMove move = new RegistryMove(Kind.UNIT, "cu", "moi");
    keep(LOG, said(3, move));
    assertThat(news.registry(Kind.UNIT, "cu")).contains(move);
    assertThat(news.registry(Kind.PERSON, "cu")).as("of another kind").isEmpty();
  }

  @Test
  void keepsTheNewestOfAKey_andTheSameAgainWritesNothing() {
    Said[] all = new Said[120];
    Arrays.setAll(all, i -> unit(i, "u-" + i, "Viện " + i));

    assertThat(keep(LOG, all)).isEqualTo(new Done(120, 0, 0));
    assertThat(keep(LOG, all)).isEqualTo(new Done(0, 0, 120));
    assertThat(keep(LOG, unit(200, "u-7", "Viện Bảy"), unit(3, "u-3", "cũ")))
        .isEqualTo(new Done(1, 0, 1));

    assertThat(name("u-7")).isEqualTo("Viện Bảy");
    assertThat(name("u-3")).isEqualTo("Viện 3");
  }

  @Test
  void whatWasTakenBackStaysAway_thoughAnOlderRecordComesAgain() {
    keep(LOG, unit(0, "u", "Viện"));

    assertThat(keep(LOG, gone(1, "u"))).isEqualTo(new Done(0, 1, 0));
    assertThat(keep(LOG, unit(0, "u", "Viện"))).isEqualTo(new Done(0, 0, 1));
    assertThat(keep(LOG, gone(1, "never-there"))).isEqualTo(new Done(0, 0, 1));

    assertThat(news.registry(Kind.UNIT, "u")).isEmpty();
    assertThat(news.feed(FeedKey.of(Kind.UNIT, "u"))).isEmpty();
    keep(LOG, unit(2, "u", "Viện lại có"));
    assertThat(name("u")).isEqualTo("Viện lại có");
  }

  @Test
  void aTopicMadeAnewBeginsAtNought_andIsBelieved() {
    keep(LOG, unit(900, "u", "Viện cũ"));

    assertThat(keep("second", unit(0, "u", "Viện mới"))).isEqualTo(new Done(1, 0, 0));

    assertThat(name("u")).isEqualTo("Viện mới");
  }

  @Test
  void forgetsWhatTheWholeTopicSaysNothingOf() {
    keep(LOG, unit(0, "u", "Viện"), unit(1, "v", "Vụ"));

    assertThat(keeping.forgetOthers(LOG, 2, Set.of("UNIT/v"))).isEqualTo(1);
    assertThat(keeping.forgetOthers(LOG, 2, Set.of("UNIT/v"))).as("once").isZero();

    assertThat(news.registry(Kind.UNIT, "u")).isEmpty();
    assertThat(news.registry(Kind.UNIT, "v")).isPresent();
  }

  @Test
  void neverWritesOverWhatAnotherInstanceWroteMeanwhile() {
    keep(LOG, unit(0, "u", "Viện"));
    Map<String, Standing> asRead = kept.standing(List.of("UNIT/u", "UNIT/v"));
    keep(LOG, unit(5, "u", "Viện của người nhanh hơn"), unit(6, "v", "Vụ"));

    for (String id : List.of("u", "v")) {
      String key = "UNIT/" + id;
      assertThat(
              kept.replace(
                  List.of(
                      new Replacement(key, LOG, 2, Registered.unit(id, "chậm"), asRead.get(key)))))
          .as(id)
          .isFalse();
    }

    assertThat(name("u")).isEqualTo("Viện của người nhanh hơn");
    assertThat(name("v")).isEqualTo("Vụ");
  }

  @Test
  void saysSo_whenAnotherInstanceWasFaster() {
    KeptRegistry slow =
        new KeptRegistry() {
          @Override
          public Map<String, Standing> standing(Collection<String> keys) {
            Map<String, Standing> standing = kept.standing(keys);
            keep(LOG, unit(1, "u", "Viện"));
            return standing;
          }

          @Override
          public boolean replace(List<Replacement> replacements) {
            return kept.replace(replacements);
          }

          @Override
          public void keys(Consumer<String> each) {
            kept.keys(each);
          }
        };
    assertThatThrownBy(() -> new RegistryKeeping(slow).keep(LOG, List.of(unit(0, "u", "cũ"))))
        .isInstanceOf(RegistryKeeping.WrittenMeanwhile.class);
    assertThat(name("u")).isEqualTo("Viện");
  }

  @Test
  void keepsARegistryOfManyBulks_andWritesNothingWhenItIsReadAgain() {
    List<Said> all =
        IntStream.range(0, 1_020).mapToObj(i -> unit(i, "u-" + i, "Viện " + i)).toList();
    assertThat(keeping.keep(LOG, all).written()).isEqualTo(1_020);
    assertThat(keeping.keep(LOG, all))
        .satisfies(
            again -> {
              assertThat(again.written()).isZero();
              assertThat(again.known()).isEqualTo(1_020);
            });
  }
}
