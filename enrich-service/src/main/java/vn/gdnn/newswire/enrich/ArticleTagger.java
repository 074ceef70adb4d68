package vn.gdnn.newswire.enrich;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.office.OfficeTagger;
import vn.gdnn.newswire.enrich.office.Offices;
import vn.gdnn.newswire.enrich.person.PersonTagger;
import vn.gdnn.newswire.enrich.plan.PlanTagger;
import vn.gdnn.newswire.enrich.tag.DocumentPass;
import vn.gdnn.newswire.enrich.tag.Entity;
import vn.gdnn.newswire.enrich.tag.NamedSpan;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.tag.Tagger;
import vn.gdnn.newswire.enrich.unit.UnitTagger;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;

/**
 * Tags an article: no Spring, no Kafka, no state. Any text will do, in any Unicode form and of any
 * size; offsets are those of the texts as given. Safe for many threads.
 */
public final class ArticleTagger {

  private final Gazetteer gazetteer;
  private final List<Tagger> taggers;
  private final DocumentPass document;
  private final Offices offices;

  /** Tags by a registry. */
  public ArticleTagger(Registry registry) {
    this.gazetteer = new Gazetteer(registry);
    // Offices and units first: plans and people look at what stands beside them.
    this.taggers =
        List.of(
            new OfficeTagger(),
            new UnitTagger(gazetteer),
            new PlanTagger(gazetteer),
            new PersonTagger(gazetteer));
    this.document = new DocumentPass(gazetteer);
    this.offices = new Offices(registry);
  }

  /** Tags by the registry that is packaged with the service. */
  public static ArticleTagger packaged() {
    return new ArticleTagger(RegistryFiles.packaged());
  }

  /**
   * Tags an article.
   *
   * @param title the headline; may be empty
   * @param body everything after it; may be empty
   * @param asOf the article's day, by which names that changed hands are resolved
   */
  public Enrichment enrich(String title, String body, LocalDate asOf) {
    List<Passage> passages =
        List.of(
            new Passage(Field.TITLE, title, gazetteer), new Passage(Field.BODY, body, gazetteer));
    for (Passage passage : passages) {
      taggers.forEach(tagger -> passage.add(tagger.tag(passage)));
    }
    DocumentPass.Reading reading = document.read(passages, asOf);
    return new Enrichment(
        tags(reading), offices.mentions(reading, asOf), gazetteer.registry().version());
  }

  private List<Tag> tags(DocumentPass.Reading reading) {
    Map<Entity, List<NamedSpan>> byEntity = new LinkedHashMap<>();
    for (NamedSpan span : reading.names()) {
      byEntity.computeIfAbsent(span.entity(), key -> new ArrayList<>()).add(span);
    }
    Map<Entity, String> stated = offices.stated(reading);
    List<Tag> tags = new ArrayList<>();
    byEntity.forEach(
        (entity, spans) ->
            tags.add(
                new Tag(
                    entity.kind(),
                    entity.id(),
                    entity.name(),
                    entity.known(),
                    stated.get(entity),
                    entity.kind() == Kind.PERSON ? offices.termsOf(entity.id()) : List.of(),
                    spans.stream().map(ArticleTagger::mention).toList())));
    return tags;
  }

  private static Mention mention(NamedSpan span) {
    Tokens tokens = span.passage().tokens();
    return new Mention(
        span.passage().field(),
        tokens.start(span.candidate().start()),
        tokens.end(span.candidate().end() - 1),
        span.surface(),
        span.candidate().rule(),
        span.candidate().confidence());
  }
}
