package vn.gdnn.newswire.publish.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Mark;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.web.Addresses;

/**
 * Everything an article names, as "Trong bài" lists it: its tags, and the holders of offices it
 * names without naming them.
 */
final class NamedEntities {

  private static final Set<String> IDS_OF_THE_PAGE =
      Set.of("noi-dung", "theo-doi", "trong-bai", "tep", "anh", "q", "-");

  /**
   * Entries of a kind, and marks in the text, that a page has at most. A list of all schools in the
   * country stays below; what names more is no longer read by anyone, and would cost each reader
   * many MB.
   */
  static final int MOST_ENTRIES = 1_000;

  static final int MOST_MARKS = 3_000;

  private final Document document;
  private final Addresses addresses;
  private final Function<String, @Nullable String> unitName;
  private final String day;
  private final Map<Named, String> entryIds = new LinkedHashMap<>();
  private final Set<String> takenIds = new HashSet<>();
  private final Set<Named> listed;
  private final Map<Named, Document.Tag> tags;
  private final Map<String, Document.Office> officeOf = new HashMap<>();
  private final Map<String, Optional<String>> unitNames = new HashMap<>();

  /**
   * Looks at a document.
   *
   * @param unitName a unit's name by its id; null where nobody knows it
   */
  NamedEntities(
      Document document, Addresses addresses, Function<String, @Nullable String> unitName) {
    this.document = document;
    this.addresses = addresses;
    this.unitName = unitName;
    this.day = VietnameseDates.day(VietnameseDates.dayOf(document.publishedAt()));
    this.tags =
        document.tags().stream()
            .collect(
                Collectors.toMap(
                    tag -> new Named(tag.kind(), tag.id()),
                    Function.identity(),
                    (first, again) -> first,
                    LinkedHashMap::new));
    tags.keySet().forEach(this::giveId);
    for (Document.Office office : document.offices()) {
      officeOf.putIfAbsent(office.personId(), office);
      giveId(new Named(Kind.PERSON, office.personId()));
    }
    this.listed =
        Stream.of(Kind.values())
            .flatMap(kind -> ofKind(kind).limit(MOST_ENTRIES))
            .collect(Collectors.toSet());
  }

  /** The entity's id, unless something else on the page has it. */
  private void giveId(Named named) {
    if (entryIds.containsKey(named)) {
      return;
    }
    boolean taken =
        IDS_OF_THE_PAGE.contains(named.id())
            || named.id().matches("m\\d+")
            || takenIds.contains(named.id());
    String id = taken ? Site.kindClass(named.kind()) + "-" + named.id() : named.id();
    takenIds.add(id);
    entryIds.put(named, id);
  }

  /** A mark in the text; null when the page has enough, or lists its entity no more. */
  ArticleView.@Nullable MarkView mark(Mark mark) {
    Named named = new Named(mark.kind(), mark.entityId());
    if (mark.number() > MOST_MARKS || !listed.contains(named)) {
      return null;
    }
    Document.Office office = mark.office();
    String classes =
        "tag tag-" + Site.kindClass(mark.kind()) + (office == null ? "" : " tag-office");
    String tip =
        office == null
            ? tip(named)
            : "Chức vụ: %s\nNgày %s là %s"
                .formatted(
                    SafeText.oneLine(office.title()), day, SafeText.oneLine(office.personName()));
    return new ArticleView.MarkView(
        mark.number(), classes, entryIds.getOrDefault(named, named.id()), tip);
  }

  private String tip(Named named) {
    List<String> lines = new ArrayList<>();
    lines.add(Site.kindName(named.kind()) + ": " + name(named));
    List<String> about = about(named);
    lines.addAll(about);
    if (named.kind() == Kind.PERSON && !about.isEmpty()) {
      lines.add("vào ngày " + day);
    }
    return String.join("\n", lines);
  }

  private String name(Named named) {
    Document.Tag tag = tags.get(named);
    return SafeText.oneLine(
        tag != null
            ? tag.name()
            : officeOf.containsKey(named.id())
                ? officeOf.get(named.id()).personName()
                : named.id());
  }

  /**
   * The registry's office where it knows one, else the one the article states; for others without
   * an office nothing.
   */
  private List<String> about(Named named) {
    if (named.kind() != Kind.PERSON) {
      return List.of();
    }
    Document.Tag tag = tags.get(named);
    Document.Role role = tag == null ? null : tag.role();
    Document.RegistryOffice registry = role == null ? null : role.registry();
    if (registry != null) {
      return List.of(office(registry.title(), registry.unitId()));
    }
    return Stream.ofNullable(officeOf.get(named.id()))
        .map(office -> office(office.title(), office.unitId()))
        .findFirst()
        .or(() -> Stream.ofNullable(role == null ? null : role.stated()).findFirst())
        .map(SafeText::oneLine)
        .stream()
        .toList();
  }

  private String office(String title, String unitId) {
    Document.Tag tag = tags.get(new Named(Kind.UNIT, unitId));
    String unit =
        tag != null
            ? tag.name()
            : unitNames
                .computeIfAbsent(unitId, id -> Optional.ofNullable(unitName.apply(id)))
                .orElse(null);
    return SafeText.oneLine(unit == null ? title : title + ", " + unit);
  }

  /** The groups of "Trong bài" that are not empty. */
  List<ArticleView.GroupView> groups(ShownArticle article) {
    Map<Named, List<Mark>> marks =
        article.marks().stream()
            .filter(mark -> mark.number() <= MOST_MARKS)
            .collect(Collectors.groupingBy(mark -> new Named(mark.kind(), mark.entityId())));
    return Stream.of(Kind.values())
        .map(kind -> group(kind, marks))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  private ArticleView.GroupView group(Kind kind, Map<Named, List<Mark>> marks) {
    long more = ofKind(kind).count() - MOST_ENTRIES;
    return new ArticleView.GroupView(
        Site.kindName(kind),
        ofKind(kind)
            .filter(listed::contains)
            .map(named -> entry(named, marks.getOrDefault(named, List.of())))
            .toList(),
        more > 0 ? "Và " + more + " tên khác" : null,
        addresses.local("/api/articles/" + document.id()));
  }

  private Stream<Named> ofKind(Kind kind) {
    return entryIds.keySet().stream().filter(named -> named.kind() == kind);
  }

  private ArticleView.EntryView entry(Named named, List<Mark> marks) {
    List<String> lines = new ArrayList<>(about(named));
    if (!lines.isEmpty()) {
      lines.add("Chức vụ vào ngày " + day);
    }
    Document.Tag tag = tags.get(named);
    if (tag != null && !tag.known()) {
      lines.add("Tên chưa biết");
    }
    List<ArticleView.PlaceView> places = new ArrayList<>();
    for (Mark mark : marks) {
      places.add(new ArticleView.PlaceView(places.size() + 1, mark.number()));
    }
    return new ArticleView.EntryView(
        entryIds.getOrDefault(named, named.id()),
        Site.kindClass(named.kind()),
        addresses.entity(named.kind(), named.id()),
        name(named),
        lines,
        places,
        !places.isEmpty());
  }

  /** "1 người, 2 đơn vị, 4 văn bản trong bài"; null when nothing is named. */
  @Nullable String counts() {
    String counts =
        Stream.of(Kind.values())
            .map(kind -> count(kind))
            .filter(count -> !count.isEmpty())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? null : counts + " trong bài";
  }

  private String count(Kind kind) {
    long n = ofKind(kind).count();
    return n == 0 ? "" : n + " " + Site.kindName(kind).toLowerCase(Locale.ROOT);
  }

  private record Named(Kind kind, String id) {}
}
