package vn.gdnn.newswire.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.ingest.text.CleanText;

/**
 * Tells whether two drafts say the same: SHA-256 over title, body or html, byline, images,
 * attachments, publishedAt, embargoUntil and note as they were sent, after the cleaning of text and
 * an outer trim. It does not depend on what the structure finder makes of them, so a better finder
 * makes no new revisions. Every value goes in with its name and length, so no two drafts run
 * together.
 */
final class ContentHash {

  private static final String FORM = "1";

  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The hash in 64 hex digits. */
  static String of(CheckedDraft draft) {
    ContentHash hash = new ContentHash();
    hash.add("form", FORM);
    hash.add("title", draft.title());
    hash.add(draft.isHtml() ? "html" : "body", draft.text());
    hash.add("byline", draft.byline());
    for (Image image : draft.images()) {
      hash.add("image.url", image.url());
      hash.add("image.caption", image.caption());
    }
    for (Attachment attachment : draft.attachments()) {
      hash.add("attachment.url", attachment.url());
      hash.add("attachment.title", attachment.title());
      hash.add("attachment.type", attachment.type());
      hash.add("attachment.size", attachment.size());
    }
    hash.add("publishedAt", draft.publishedAt());
    if (draft.embargo() != null) {
      hash.add("embargoUntil", String.valueOf(draft.embargo().until()));
    }
    hash.add("note", draft.note());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    String text = CleanText.of(value.toString()).text().strip();
    if (!text.isEmpty()) {
      piece(name);
      piece(text);
    }
  }

  private void piece(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
