package vn.gdnn.newswire.enrich.gazetteer;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registry's files say, checked against one another. Read it by {@link RegistryFiles}. */
public final class Registry {

  private final String version;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<OfficeTerm> offices;
  private final Map<String, String> typesByCode;
  private final Map<Entry, Background> backgrounds;
  private final List<FormerId> formerIds;

  Registry(
      String version,
      List<Entry> entries,
      List<OfficeTerm> offices,
      Map<String, String> typesByCode) {
    this(version, entries, offices, typesByCode, Map.of(), List.of());
  }

  Registry(
      String version,
      List<Entry> entries,
      List<OfficeTerm> offices,
      Map<String, String> typesByCode,
      Map<Entry, Background> backgrounds,
      List<FormerId> formerIds) {
    this.version = version;
    entries.forEach(entry -> this.entries.put(keyOf(entry.getClass(), entry.id()), entry));
    this.offices = List.copyOf(offices);
    this.typesByCode = Map.copyOf(typesByCode);
    this.backgrounds = new IdentityHashMap<>(backgrounds);
    this.formerIds = List.copyOf(formerIds);
  }

  private static String keyOf(Class<? extends Entry> kind, String id) {
    return kind.getSimpleName() + " " + id;
  }

  /** A digest of the files: the same files, the same version. */
  public String version() {
    return version;
  }

  /** Every entry, in the order of the files. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What sources say of people in offices. */
  public List<OfficeTerm> offices() {
    return offices;
  }

  /** The entry of a kind with an id. */
  public <T extends Entry> Optional<T> find(Class<T> kind, String id) {
    return Optional.ofNullable(kind.cast(entries.get(keyOf(kind, id))));
  }

  /** Codes of instruments ({@code NĐ-CP}) and the type word each stands for, where it is known. */
  public Map<String, String> typesByCode() {
    return typesByCode;
  }

  /** What the files say of an entry of this registry besides. */
  public Background background(Entry entry) {
    return backgrounds.getOrDefault(entry, Background.none());
  }

  /** The ids that entries had. */
  public List<FormerId> formerIds() {
    return formerIds;
  }
}
