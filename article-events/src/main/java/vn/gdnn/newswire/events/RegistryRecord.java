package vn.gdnn.newswire.events;

/**
 * What stands under one key of {@code registry.entities.v1}: an entity, or where one went. A record
 * without a value says that nothing does any more.
 */
public sealed interface RegistryRecord permits RegistryEntity, RegistryMove {

  /** What it is. */
  Kind kind();

  /** The id that it stands under. */
  String id();

  /** The key of its record. */
  default String key() {
    return key(kind(), id());
  }

  /** The key of the record of an id: {@code PERSON/truong-anh-dung}. */
  static String key(Kind kind, String id) {
    return kind + "/" + id;
  }
}
