package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.publish.keeper.KeptFeed;
import vn.gdnn.newswire.publish.reading.FeedKey;

class BsonRecordsTest {

  private final BsonRecords records = new BsonRecords();

  @Test
  void keepsARecordFieldForField() {
    Sample sample =
        new Sample("Đào tạo \"nghề\"\n", 3, 0.5, Instant.EPOCH, List.of("a", "b"), null);
    BsonValue value = records.toBson(sample);
    assertThat(value.asDocument().keySet()).containsExactly("text", "count", "share", "at", "list");
    assertThat(value.asDocument().getInt32("count").getValue()).isEqualTo(3);
    assertThat(back(value)).isEqualTo(sample);
  }

  @Test
  void zipsAVeryLargeOne() {
    Sample sample =
        new Sample("Trường ".repeat(BsonRecords.LARGE), 3, 0.5, Instant.EPOCH, List.of(), "x");
    BsonValue value = records.toBson(sample);
    assertThat(value).isInstanceOf(BsonBinary.class);
    assertThat(value.asBinary().getData().length).isLessThan(BsonRecords.LARGE / 4);
    assertThat(back(value)).isEqualTo(sample);
  }

  @Test
  void readsAFeedThatWasKeptBeforeItsDateWasNotedToBeItsOwn() {
    BsonDocument feed = records.toBson(KeptFeed.empty("all")).asDocument();
    BsonDocument before = BsonDocument.parse(feed.toJson());
    assertThat(before.remove("ownDate")).isNotNull();
    KeptFeed read =
        records.fromBson(
            new RawBsonDocument(new BsonDocument("feed", before), new BsonDocumentCodec()),
            "feed",
            KeptFeed.class);
    assertThat(read.firstPage(FeedKey.ALL).ownDate()).isFalse();
    assertThat(KeptFeed.empty("all").firstPage(FeedKey.ALL).ownDate()).isTrue();
  }

  private Sample back(BsonValue value) {
    BsonDocument stored = new BsonDocument("_id", new BsonString("1")).append("sample", value);
    return records.fromBson(
        new RawBsonDocument(stored, new BsonDocumentCodec()), "sample", Sample.class);
  }

  record Sample(
      String text,
      int count,
      double share,
      Instant at,
      List<String> list,
      @Nullable String absent) {}
}
