package vn.gdnn.newswire.events;

/**
 * An id that the registry gave up for another one. What is asked for under it is to be found under
 * that.
 *
 * @param kind what it is
 * @param id the former id
 * @param to the id to use now, which is an entity's
 */
public record RegistryMove(Kind kind, String id, String to) implements RegistryRecord {}
