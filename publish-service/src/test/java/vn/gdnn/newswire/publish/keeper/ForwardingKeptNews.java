package vn.gdnn.newswire.publish.keeper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gdnn.newswire.publish.reading.FeedKey;

/** Passes everything on; a test overrides where it looks or stops. */
class ForwardingKeptNews implements KeptNews {

  private final KeptNews real;

  ForwardingKeptNews(KeptNews real) {
    this.real = real;
  }

  @Override
  public Optional<KeptArticle> article(UUID id) {
    return real.article(id);
  }

  @Override
  public Map<String, KeptFeed> feeds(Collection<FeedKey> keys) {
    return real.feeds(keys);
  }

  @Override
  public Optional<KeptPage> page(String path, int number) {
    return real.page(path, number);
  }

  @Override
  public Map<String, KeptEntity> entities(Collection<FeedKey> keys) {
    return real.entities(keys);
  }

  @Override
  public KeptMonths months() {
    return real.months();
  }

  @Override
  public boolean saveLists(List<Replacement> lists) {
    return real.saveLists(lists);
  }

  @Override
  public boolean saveArticle(KeptArticle article, long asRead) {
    return real.saveArticle(article, asRead);
  }

  @Override
  public Optional<NumberedChange> lastChange() {
    return real.lastChange();
  }

  @Override
  public boolean add(NumberedChange change) {
    return real.add(change);
  }

  @Override
  public List<Due> waiting() {
    return real.waiting();
  }
}
