package vn.gdnn.newswire.events;

/**
 * The draft as it was sent, kept beside what was read from it.
 *
 * @param mediaType media type it was sent as, with its parameters
 * @param base64 its bytes
 */
public record RawDraft(String mediaType, String base64) {}
