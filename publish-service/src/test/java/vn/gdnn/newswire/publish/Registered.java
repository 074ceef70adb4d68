package vn.gdnn.newswire.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryEntity.Named;
import vn.gdnn.newswire.events.RegistryEntity.Office;
import vn.gdnn.newswire.events.RegistryEntity.Relative;
import vn.gdnn.newswire.events.RegistryEntity.Stretch;

/** Entities of a registry: the contract's examples, and made-up ones. */
public final class Registered {

  private static final EventCodec CODEC = new EventCodec();

  private Registered() {}

  /** An example of the contract: {@code person}, {@code unit} or {@code plan}. */
  public static RegistryEntity example(String name) {
    String path = "/contract/examples/registry-entity." + name + ".json";
    try (InputStream in = Registered.class.getResourceAsStream(path)) {
      return CODEC.decode(in.readAllBytes(), RegistryEntity.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A unit of which little is known. */
  public static RegistryEntity unit(String id, String name, String... formerIds) {
    return unit(id, name, List.of(), List.of(formerIds));
  }

  /** A unit with so many parts. */
  public static RegistryEntity withParts(String id, int parts) {
    return unit(
        id,
        "Bộ Mẫu",
        IntStream.range(0, parts)
            .mapToObj(i -> new Relative("vu-mau-" + i, "Vụ Mẫu " + i, null, null))
            .toList(),
        List.of());
  }

  private static RegistryEntity unit(
      String id, String name, List<Relative> parts, List<String> formerIds) {
    return new RegistryEntity(
        Kind.UNIT,
        id,
        formerIds,
        name,
        List.of(),
        List.of(),
        List.of("bản mẫu"),
        null,
        new RegistryEntity.Unit(
            "institute", null, null, null, List.of(), parts, List.of(), List.of(), List.of()),
        null);
  }

  /** A person who held one office. */
  public static RegistryEntity person(Stretch... stretches) {
    return new RegistryEntity(
        Kind.PERSON,
        "nguoi-mau",
        List.of(),
        "Người Mẫu",
        List.of(),
        List.of(),
        List.of("bản mẫu"),
        new RegistryEntity.Person(
            List.of(
                new Office(
                    "Viện trưởng",
                    false,
                    null,
                    new Named("vien-mau", "Viện Mẫu"),
                    null,
                    null,
                    List.of(),
                    List.of(stretches),
                    List.of("bản mẫu")))),
        null,
        null);
  }
}
