package vn.gdnn.newswire.enrich.tag;

import vn.gdnn.newswire.events.Kind;

/**
 * What a mention names.
 *
 * @param kind person, unit or plan
 * @param id the registry's id, a numbered instrument's id, or {@code x-} and 10 hex digits
 * @param name the name to show
 * @param known whether the registry knows it
 */
public record Entity(Kind kind, String id, String name, boolean known) {}
