package vn.gdnn.newswire.enrich.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;

/**
 * Reads the registry's files (see {@code seeds/registry/README.md}). What is wrong is said with
 * file and line, and nothing is loaded then.
 */
public final class RegistryFiles {

  private static final List<String> NAMES =
      List.of("people.tsv", "units.tsv", "plans.tsv", "offices.tsv", "places.tsv", "codes.tsv");

  /** May be missing: most registries have given up no id. */
  private static final String FORMER = "former.tsv";

  private static final Map<String, Class<? extends Entry>> KINDS =
      Map.of("person", Entry.Person.class, "unit", Entry.Unit.class, "plan", Entry.Plan.class);

  private final Map<String, byte[]> files;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Table.Row> rowsById = new HashMap<>();
  private final Map<Entry, Background> backgrounds = new IdentityHashMap<>();

  /** Many entries have the same source: it is kept once. */
  private final Map<String, List<String>> sources = new HashMap<>();

  private RegistryFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Reads the registry that is packaged with this service. */
  public static Registry packaged() {
    return read(
        name -> {
          try (InputStream in = RegistryFiles.class.getResourceAsStream("/registry/" + name)) {
            return in == null ? null : in.readAllBytes();
          }
        });
  }

  /** Reads the registry from a folder. */
  public static Registry folder(Path folder) {
    return read(
        name -> {
          Path file = folder.resolve(name);
          return Files.exists(file) ? Files.readAllBytes(file) : null;
        });
  }

  private interface Source {
    byte @Nullable [] read(String name) throws IOException;
  }

  private static Registry read(Source source) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      try {
        byte[] bytes = source.read(name);
        if (bytes == null) {
          throw new RegistryFault(name, "is missing");
        }
        files.put(name, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("can't read " + name, e);
      }
    }
    try {
      byte[] former = source.read(FORMER);
      if (former != null) {
        files.put(FORMER, former);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + FORMER, e);
    }
    return new RegistryFiles(files).load();
  }

  private Table table(String name, String... columns) {
    return new Table(name, files.getOrDefault(name, new byte[0]), columns);
  }

  private Registry load() {
    people();
    units();
    plans();
    places();
    List<OfficeTerm> offices = offices();
    return new Registry(version(), entries, offices, codes(), backgrounds, formerIds());
  }

  private List<String> sources(Table.Row row) {
    return sources.computeIfAbsent(
        row.required("source"),
        cell -> Stream.of(cell.split(" ; ")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  private void keep(Table.Row row, String kind, Entry entry, Background background) {
    backgrounds.put(entry, background);
    if (rowsById.putIfAbsent(kind + " " + entry.id(), row) != null) {
      throw row.fault("the id stands twice: " + entry.id());
    }
    entries.add(entry);
  }

  private void mustExist(Table.Row row, String kind, String id) {
    if (!rowsById.containsKey(kind + " " + id)) {
      throw row.fault("there is no " + kind + " with the id " + id);
    }
  }

  private void people() {
    for (Table.Row row : table("people.tsv", "id", "name", "aliases", "source").rows()) {
      keep(
          row,
          "person",
          new Entry.Person(row.id("id"), row.required("name"), row.list("aliases")),
          Background.of(sources(row)));
    }
  }

  private void units() {
    Table table =
        table(
            "units.tsv",
            "id",
            "name",
            "aliases",
            "short",
            "kind",
            "parent",
            "from",
            "to",
            "predecessors",
            "successors",
            "source",
            "note");
    for (Table.Row row : table.rows()) {
      String parent = row.text("parent");
      keep(
          row,
          "unit",
          new Entry.Unit(
              row.id("id"),
              row.required("name"),
              row.list("aliases"),
              row.list("short"),
              row.required("kind"),
              parent.isEmpty() ? null : parent,
              row.date("from"),
              row.date("to")),
          new Background(
              sources(row),
              row.list("predecessors"),
              row.list("successors"),
              List.of(),
              List.of()));
    }
    for (Table.Row row : table.rows()) {
      if (!row.text("parent").isEmpty()) {
        mustExist(row, "unit", row.text("parent"));
      }
      row.list("predecessors").forEach(id -> mustExist(row, "unit", id));
      row.list("successors").forEach(id -> mustExist(row, "unit", id));
    }
  }

  private void plans() {
    Table table =
        table(
            "plans.tsv",
            "id",
            "type",
            "number",
            "date",
            "issuer",
            "title",
            "names",
            "approves",
            "replaced_by",
            "source",
            "note");
    for (Table.Row row : table.rows()) {
      keep(
          row,
          "plan",
          new Entry.Plan(
              row.id("id"),
              row.required("type"),
              row.text("number"),
              row.date("date"),
              row.text("issuer"),
              row.required("title"),
              row.list("names")),
          new Background(
              sources(row),
              List.of(),
              List.of(),
              row.list("approves"),
              row.list("replaced_by")));
    }
    for (Table.Row row : table.rows()) {
      row.list("approves").forEach(id -> mustExist(row, "plan", id));
      row.list("replaced_by").forEach(id -> mustExist(row, "plan", id));
    }
  }

  /** One name may stand twice: before and after the mergers of 2025. */
  private void places() {
    Table table =
        table("places.tsv", "name", "type", "aliases", "from", "to", "merged_into", "source");
    Map<String, Table.Row> seen = new HashMap<>();
    for (Table.Row row : table.rows()) {
      row.required("source");
      String name = row.required("name");
      row.date("from");
      row.date("to");
      if (seen.putIfAbsent(name, row) == null) {
        String id = Syllables.slug(name);
        entries.add(new Entry.Place(id, name, row.list("aliases")));
      }
    }
  }

  private List<OfficeTerm> offices() {
    List<OfficeTerm> offices = new ArrayList<>();
    Table table =
        table("offices.tsv", "person", "title", "unit", "from", "to", "seen", "source", "note");
    for (Table.Row row : table.rows()) {
      OfficeTerm term =
          new OfficeTerm(
              row.required("person"),
              row.required("title"),
              row.required("unit"),
              row.date("from"),
              row.date("to"),
              row.days("seen"),
              sources(row));
      mustExist(row, "person", term.person());
      mustExist(row, "unit", term.unit());
      if (term.from().text().isEmpty() && term.seen().isEmpty()) {
        throw row.fault("neither from nor seen: nothing says when");
      }
      offices.add(term);
    }
    return offices;
  }

  private List<FormerId> formerIds() {
    if (!files.containsKey(FORMER)) {
      return List.of();
    }
    Map<String, Table.Row> seen = new HashMap<>();
    List<FormerId> formerIds = new ArrayList<>();
    for (Table.Row row : table(FORMER, "kind", "former", "id", "note").rows()) {
      String kind = row.required("kind");
      Class<? extends Entry> entries = KINDS.get(kind);
      if (entries == null) {
        throw row.fault("kind is to be person, unit or plan, not " + kind);
      }
      String former = row.id("former");
      if (rowsById.containsKey(kind + " " + former)) {
        throw row.fault("the former id is in use: " + former);
      }
      if (seen.putIfAbsent(kind + " " + former, row) != null) {
        throw row.fault("the former id stands twice: " + former);
      }
      mustExist(row, kind, row.required("id"));
      formerIds.add(new FormerId(entries, former, row.text("id")));
    }
    return formerIds;
  }

  private Map<String, String> codes() {
    Map<String, String> types = new HashMap<>();
    for (Table.Row row : table("codes.tsv", "code", "type", "issuer", "source").rows()) {
      row.required("source");
      types.put(row.required("code"), row.text("type"));
    }
    return types;
  }

  private String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return "r-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
