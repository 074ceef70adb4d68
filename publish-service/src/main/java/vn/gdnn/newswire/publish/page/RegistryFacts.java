package vn.gdnn.newswire.publish.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryEntity.Named;
import vn.gdnn.newswire.events.RegistryEntity.Relative;
import vn.gdnn.newswire.publish.page.RegistryView.Fact;
import vn.gdnn.newswire.publish.page.RegistryView.Piece;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.WebAddress;
import vn.gdnn.newswire.publish.web.Addresses;

/** What the registry knows of a person, unit or plan, in the words of its page. */
@Component
class RegistryFacts {

  /** Units that stand in one line; more are a list of their own. */
  private static final int FEW_PARTS = 6;

  /** Sites that a source's line names. */
  private static final int SITES = 4;

  /** Types of plan that approve others: of these it is said when none is known. */
  private static final Set<String> APPROVING = Set.of("quyết định", "nghị quyết", "chỉ thị");

  private final Addresses addresses;

  RegistryFacts(Addresses addresses) {
    this.addresses = addresses;
  }

  RegistryView of(@Nullable RegistryEntity entity) {
    if (entity == null) {
      return RegistryView.NOTHING;
    }
    if (entity.person() != null) {
      return person(entity, entity.person());
    }
    if (entity.unit() != null) {
      return unit(entity, entity.unit());
    }
    return entity.plan() == null ? RegistryView.NOTHING : plan(entity, entity.plan());
  }

  private RegistryView person(RegistryEntity entity, RegistryEntity.Person person) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Tên khác", otherNames(entity));
    return new RegistryView(
        List.of(),
        "",
        facts,
        List.of(),
        Timelines.ofPerson(person.offices(), office -> pieces(Kind.UNIT, office.unit())),
        List.of());
  }

  private RegistryView unit(RegistryEntity entity, RegistryEntity.Unit unit) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Thuộc", joined(links(unit.parents()), ", thuộc "));
    add(facts, "Tên khác", otherNames(entity));
    add(facts, "Tỉnh, thành phố", text(unit.province()));
    boolean few = unit.parts().size() <= FEW_PARTS;
    add(facts, "Gồm có", few ? joined(links(unit.parts()), ", ") : List.of());
    add(facts, "Nguồn", sources(entity.sources()));
    return new RegistryView(
        days(unit.from(), unit.to()),
        "",
        facts,
        chain(entity, unit),
        Timelines.ofUnit(unit.offices(), office -> pieces(Kind.PERSON, office.person())),
        few ? List.of() : links(unit.parts()));
  }

  private List<RegistryView.Link> chain(RegistryEntity entity, RegistryEntity.Unit unit) {
    if (unit.predecessors().isEmpty() && unit.successors().isEmpty()) {
      return List.of();
    }
    RegistryView.Unit here =
        new RegistryView.Unit(
            Piece.text(SafeText.oneLine(entity.name())), days(unit.from(), unit.to()));
    return Stream.of(
            new RegistryView.Link(false, relatives(unit.predecessors())),
            new RegistryView.Link(true, List.of(here)),
            new RegistryView.Link(false, relatives(unit.successors())))
        .filter(link -> !link.units().isEmpty())
        .toList();
  }

  private List<RegistryView.Unit> relatives(List<Relative> units) {
    return units.stream()
        .map(
            unit ->
                new RegistryView.Unit(
                    link(Kind.UNIT, unit.id(), unit.name()), days(unit.from(), unit.to())))
        .toList();
  }

  private RegistryView plan(RegistryEntity entity, RegistryEntity.Plan plan) {
    String title = SafeText.oneLine(plan.title());
    List<Fact> facts = new ArrayList<>();
    add(facts, "Loại", text(capital(plan.type())));
    add(facts, "Số", text(plan.number()));
    add(
        facts,
        "Ngày",
        plan.date() == null ? List.of() : List.of(Piece.date(When.partial(plan.date()))));
    Named issuer = plan.issuerUnit();
    add(facts, "Nơi ban hành", issuer == null ? text(plan.issuer()) : pieces(Kind.UNIT, issuer));
    add(facts, "Tên khác", otherNames(entity));
    boolean approving = APPROVING.contains(plan.type()) && plan.number() != null;
    add(
        facts,
        "Phê duyệt",
        plan.approves().isEmpty() && approving
            ? text("Chưa ghi nhận văn bản nào")
            : plans(plan.approves()));
    add(facts, "Được phê duyệt tại", plans(plan.approvedBy()));
    add(facts, "Thay thế", plans(plan.replaces()));
    add(facts, "Được thay thế bằng", plans(plan.replacedBy()));
    add(facts, "Nguồn", sources(entity.sources()));
    return new RegistryView(
        List.of(),
        title.equals(SafeText.oneLine(entity.name())) ? "" : capital(title),
        facts,
        List.of(),
        List.of(),
        List.of());
  }

  private static void add(List<Fact> facts, String term, List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      facts.add(new Fact(term, pieces));
    }
  }

  private static List<Piece> text(@Nullable String text) {
    String line = SafeText.oneLine(text);
    return line.isEmpty() ? List.of() : List.of(Piece.text(line));
  }

  private static String capital(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static List<Piece> otherNames(RegistryEntity entity) {
    List<Piece> names =
        Stream.concat(entity.aliases().stream(), entity.shortNames().stream())
            .map(SafeText::oneLine)
            .distinct()
            .map(Piece::text)
            .toList();
    return joined(names, ", ");
  }

  private List<Piece> plans(List<Named> plans) {
    return joined(
        plans.stream().map(plan -> link(Kind.PLAN, plan.id(), plan.name())).toList(), ", ");
  }

  private List<Piece> links(List<Relative> units) {
    return units.stream().map(unit -> link(Kind.UNIT, unit.id(), unit.name())).toList();
  }

  private List<Piece> pieces(Kind kind, @Nullable Named named) {
    return named == null ? List.of() : List.of(link(kind, named.id(), named.name()));
  }

  private Piece link(Kind kind, String id, String name) {
    return new Piece(SafeText.oneLine(name), addresses.entity(kind, id), Site.kindClass(kind), "");
  }

  private static List<Piece> joined(List<Piece> pieces, String between) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!joined.isEmpty()) {
        joined.add(Piece.text(between));
      }
      joined.add(piece);
    }
    return joined;
  }

  private static List<Piece> days(@Nullable PartialDay from, @Nullable PartialDay to) {
    List<Piece> pieces = new ArrayList<>();
    if (from != null) {
      if (to == null) {
        pieces.add(Piece.text("từ "));
      }
      pieces.add(Piece.date(When.partial(from)));
    }
    if (to != null) {
      pieces.add(Piece.text(from == null ? "đến " : " đến "));
      pieces.add(Piece.date(When.partial(to)));
    }
    return pieces;
  }

  /** The sites that it is from, each with a page of it; the rest as a number. */
  private static List<Piece> sources(List<String> sources) {
    Map<String, String> sites = new LinkedHashMap<>();
    int others = 0;
    for (String source : sources) {
      String site = site(source);
      if (site == null || (sites.size() == SITES && !sites.containsKey(site))) {
        others++;
      } else {
        sites.putIfAbsent(site, source);
      }
    }
    List<Piece> links = new ArrayList<>();
    sites.forEach((site, page) -> links.add(new Piece(site, page, "", "")));
    List<Piece> pieces = joined(links, ", ");
    if (others > 0) {
      pieces.add(Piece.text(sites.isEmpty() ? others + " nguồn" : " và " + others + " nguồn khác"));
    }
    return pieces;
  }

  private static @Nullable String site(String source) {
    try {
      String host = WebAddress.of(source).isPresent() ? URI.create(source).getHost() : null;
      return host == null ? null : host.replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
