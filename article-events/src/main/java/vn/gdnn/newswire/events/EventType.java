package vn.gdnn.newswire.events;

import java.util.Optional;

/** The events of the contract, each with the CloudEvents type that names it on the wire. */
public enum EventType {
  /** A draft was accepted. */
  INGESTED("vn.gdnn.newswire.article.ingested.v1", ArticleIngested.class, "article-ingested"),
  /** Somebody asked to take an article back. */
  WITHDRAWN("vn.gdnn.newswire.article.withdrawn.v1", ArticleWithdrawn.class, "article-withdrawn"),
  /** Somebody asked to take a withdrawal back. */
  REINSTATED(
      "vn.gdnn.newswire.article.reinstated.v1", ArticleReinstated.class, "article-reinstated"),
  /** A draft was tagged. */
  ENRICHED("vn.gdnn.newswire.article.enriched.v1", ArticleEnriched.class, "article-enriched"),
  /** What readers may see changed. */
  ENTRY("vn.gdnn.newswire.entry.v1", Entry.class, "entry"),
  /** A step, refusal or failure of one event. */
  OUTCOME("vn.gdnn.newswire.outcome.v1", Outcome.class, "outcome"),
  /** What the registry knows of a person, unit or plan. */
  REGISTRY_ENTITY("vn.gdnn.newswire.registry.entity.v1", RegistryEntity.class, "registry-entity"),
  /** An id that the registry gave up for another one. */
  REGISTRY_MOVE("vn.gdnn.newswire.registry.move.v1", RegistryMove.class, "registry-move");

  private final String ceType;
  private final Class<?> record;
  private final String schema;

  EventType(String ceType, Class<?> record, String schema) {
    this.ceType = ceType;
    this.record = record;
    this.schema = schema;
  }

  /** The value of the header {@link EventHeaders#TYPE}. */
  public String ceType() {
    return ceType;
  }

  /** The record that holds its data. */
  public Class<?> record() {
    return record;
  }

  /** Name of its JSON Schema, without {@code .json}. */
  public String schema() {
    return schema;
  }

  /** The event with this CloudEvents type, if the contract has one. */
  public static Optional<EventType> ofCeType(String ceType) {
    for (EventType type : values()) {
      if (type.ceType.equals(ceType)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * The event that this record is the data of.
   *
   * @throws IllegalArgumentException for a class that is not of the contract
   */
  public static EventType of(Class<?> record) {
    for (EventType type : values()) {
      if (type.record == record) {
        return type;
      }
    }
    throw new IllegalArgumentException(record + " is no event of the contract");
  }
}
