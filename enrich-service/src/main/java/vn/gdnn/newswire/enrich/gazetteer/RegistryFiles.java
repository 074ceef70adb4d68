package vn.gdnn.newswire.enrich.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.table.Schema;
import vn.gdnn.newswire.enrich.table.Table;
import vn.gdnn.newswire.enrich.table.TableFault;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;

/**
 * Reads the registry's files (see {@code seeds/registry/README.md}). Their schema, {@code
 * schema.tsv}, lies beside them and is all that they are checked against: what is wrong is said
 * with file, line and column, and nothing is loaded then.
 */
public final class RegistryFiles {

  private static final String SCHEMA = "schema.tsv";
  private static final List<String> NAMES =
      List.of(
          "people.tsv",
          "units.tsv",
          "plans.tsv",
          "offices.tsv",
          "places.tsv",
          "codes.tsv",
          "former.tsv");

  /** Ids that were given up, and what they became. */
  private static final String FORMER = "former.tsv";

  private static final Map<String, Class<? extends Entry>> KINDS =
      Map.of("person", Entry.Person.class, "unit", Entry.Unit.class, "plan", Entry.Plan.class);

  private final Map<String, Table> tables;
  private final String version;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Entry, Background> backgrounds = new IdentityHashMap<>();

  /** Many entries have the same source: it is kept once. */
  private final Map<String, List<String>> sources = new HashMap<>();

  private RegistryFiles(Map<String, Table> tables, String version) {
    this.tables = tables;
    this.version = version;
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

  /**
   * Reads the registry from a folder.
   *
   * @throws TableFault when a file is missing or wrong
   */
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
    Schema schema = new Schema(new Table(SCHEMA, bytes(source, SCHEMA)));
    Map<String, Table> tables = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    for (String name : NAMES) {
      byte[] bytes = bytes(source, name);
      digest.update(bytes);
      tables.put(name, new Table(name, bytes));
    }
    schema.check(tables);
    String version = "r-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    return new RegistryFiles(tables, version).load();
  }

  private static byte[] bytes(Source source, String name) {
    try {
      byte[] bytes = source.read(name);
      if (bytes == null) {
        throw new TableFault(name, 0, "", "is missing: put it beside the others");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Registry load() {
    people();
    units();
    plans();
    places();
    List<OfficeTerm> offices = offices();
    return new Registry(version, entries, offices, codes(), backgrounds, formerIds());
  }

  private List<String> sources(Rows row) {
    return sources.computeIfAbsent(
        row.text("source"),
        cell -> Stream.of(cell.split(" ; ")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  private void keep(Entry entry, Background background) {
    backgrounds.put(entry, background);
    entries.add(entry);
  }

  private Rows rows(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(name);
    }
    return new Rows(table);
  }

  private void people() {
    for (Rows row = rows("people.tsv"); row.next(); ) {
      keep(
          new Entry.Person(row.text("id"), row.text("name"), row.list("aliases")),
          Background.of(sources(row)));
    }
  }

  private void units() {
    for (Rows row = rows("units.tsv"); row.next(); ) {
      String parent = row.text("parent");
      keep(
          new Entry.Unit(
              row.text("id"),
              row.text("name"),
              row.list("aliases"),
              row.list("short"),
              row.text("kind"),
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
  }

  private void plans() {
    for (Rows row = rows("plans.tsv"); row.next(); ) {
      keep(
          new Entry.Plan(
              row.text("id"),
              row.text("type"),
              row.text("number"),
              row.date("date"),
              row.text("issuer"),
              row.text("title"),
              row.list("names")),
          new Background(
              sources(row), List.of(), List.of(), row.list("approves"), row.list("replaced_by")));
    }
  }

  /** One name may stand twice: before and after the mergers of 2025. */
  private void places() {
    Set<String> seen = new HashSet<>();
    for (Rows row = rows("places.tsv"); row.next(); ) {
      String name = row.text("name");
      if (seen.add(name)) {
        entries.add(new Entry.Place(Syllables.slug(name), name, row.list("aliases")));
      }
    }
  }

  private List<OfficeTerm> offices() {
    List<OfficeTerm> offices = new ArrayList<>();
    for (Rows row = rows("offices.tsv"); row.next(); ) {
      offices.add(
          new OfficeTerm(
              row.text("person"),
              row.text("title"),
              row.text("unit"),
              row.date("from"),
              row.date("to"),
              row.list("seen").stream().map(LocalDate::parse).toList(),
              sources(row)));
    }
    return offices;
  }

  /** Which file an id has to stand in depends on the kind: that no schema can say. */
  private List<FormerId> formerIds() {
    Set<String> used = new HashSet<>();
    for (Entry entry : entries) {
      used.add(entry.getClass().getSimpleName() + " " + entry.id());
    }
    List<FormerId> formerIds = new ArrayList<>();
    for (Rows row = rows(FORMER); row.next(); ) {
      Class<? extends Entry> kind = Objects.requireNonNull(KINDS.get(row.text("kind")));
      if (used.contains(kind.getSimpleName() + " " + row.text("former"))) {
        throw row.fault(
            "former", "the id is in use: take this line out, or give the entry its new id");
      }
      if (!used.contains(kind.getSimpleName() + " " + row.text("id"))) {
        throw row.fault("id", "there is no " + row.text("kind") + " with this id: correct it");
      }
      formerIds.add(new FormerId(kind, row.text("former"), row.text("id")));
    }
    return formerIds;
  }

  private Map<String, String> codes() {
    Map<String, String> types = new HashMap<>();
    for (Rows row = rows("codes.tsv"); row.next(); ) {
      types.put(row.text("code"), row.text("type"));
    }
    return types;
  }

  /** One row after the other. */
  private static final class Rows {
    private final Table table;
    private final Map<String, Integer> columns = new HashMap<>();
    private int row = -1;

    Rows(Table table) {
      this.table = table;
    }

    boolean next() {
      return ++row < table.rows();
    }

    private int column(String name) {
      return columns.computeIfAbsent(name, table::column);
    }

    TableFault fault(String column, String what) {
      return table.fault(row, column, what);
    }

    String text(String column) {
      return table.text(row, column(column));
    }

    List<String> list(String column) {
      return table.list(row, column(column));
    }

    PartialDate date(String column) {
      int at = column(column);
      return table.isEmpty(row, at) ? PartialDate.unknown() : new PartialDate(table.text(row, at));
    }
  }
}
