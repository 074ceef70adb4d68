package vn.gdnn.newswire.enrich.gazetteer;

/**
 * An id that an entry had.
 *
 * @param kind the entry's class
 * @param former the id given up
 * @param id the entry's id now
 */
public record FormerId(Class<? extends Entry> kind, String former, String id) {}
