package vn.gdnn.newswire.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.office.OfficeTagger;
import vn.gdnn.newswire.enrich.office.Offices;
import vn.gdnn.newswire.enrich.person.PersonTagger;
import vn.gdnn.newswire.enrich.plan.PlanTagger;
import vn.gdnn.newswire.enrich.sequence.Revision;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;
import vn.gdnn.newswire.enrich.tag.Candidate;
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
  private final @Nullable SequenceModel model;

  /** Tags by a registry, and by rules alone. */
  public ArticleTagger(Registry registry) {
    this(registry, null);
  }

  /** Tags by a registry, rules, and what a model learned. */
  public ArticleTagger(Registry registry, @Nullable SequenceModel model) {
    this.model = model;
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

  /** Tags by the registry and the model that are packaged with the service. */
  public static ArticleTagger packaged() {
    return new ArticleTagger(RegistryFiles.packaged(), packagedModel());
  }

  /**
   * The model that the build made from {@code seeds/training}.
   *
   * @throws IllegalStateException when there is none: the classes were not built by Maven
   */
  public static SequenceModel packagedModel() {
    try (InputStream in = ArticleTagger.class.getResourceAsStream("/model/names.bin")) {
      if (in == null) {
        throw new IllegalStateException("no model: Maven makes it (mvn process-classes)");
      }
      return SequenceModel.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which syllables follow one another in the names of its registry. */
  public WordPairs pairs() {
    return gazetteer.pairs();
  }

  /** Whether its registry has a name of that kind. */
  public boolean knows(Kind kind, String words) {
    return gazetteer.names(
        switch (kind) {
          case PERSON -> Entry.Person.class;
          case UNIT -> Entry.Unit.class;
          case PLAN -> Entry.Plan.class;
        },
        words);
  }

  /** The version of its registry. */
  public String registryVersion() {
    return gazetteer.registry().version();
  }

  /**
   * Tags an article.
   *
   * @param title the headline; may be empty
   * @param body everything after it; may be empty
   * @param asOf the article's day, by which names that changed hands are resolved
   */
  public Enrichment enrich(String title, String body, LocalDate asOf) {
    Rules found = byRules(title, body);
    List<List<Candidate>> settled = found.candidates();
    if (model != null) {
      settled = revised(model, found);
    }
    DocumentPass.Reading reading = document.read(found.passages(), settled, asOf);
    return new Enrichment(
        tags(reading), offices.mentions(reading, asOf), gazetteer.registry().version());
  }

  /** An article's passages and what the rules make of each. */
  public record Rules(List<Passage> passages, List<List<Candidate>> candidates) {
    /** Copies the lists. */
    public Rules {
      passages = List.copyOf(passages);
      candidates = List.copyOf(candidates);
    }
  }

  /** What the rules find: the model reads it, in training as in use. */
  public Rules byRules(String title, String body) {
    List<Passage> passages =
        List.of(
            new Passage(Field.TITLE, title, gazetteer), new Passage(Field.BODY, body, gazetteer));
    for (Passage passage : passages) {
      taggers.forEach(tagger -> passage.add(tagger.tag(passage)));
    }
    return new Rules(passages, document.settle(passages));
  }

  private List<List<Candidate>> revised(SequenceModel by, Rules found) {
    List<List<Candidate>> revised = new ArrayList<>();
    for (int i = 0; i < found.passages().size(); i++) {
      revised.add(
          Revision.of(found.passages().get(i), found.candidates().get(i), by, gazetteer.pairs()));
    }
    return document.withRepeats(found.passages(), revised);
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
