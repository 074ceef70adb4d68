package vn.gdnn.newswire.publish.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to answer with, plain and gzipped, each with a strong ETag of its own: the plain one is a
 * hash of the bytes, the gzipped one adds a hash of the gzipped bytes, so that equal tags mean
 * equal bytes also between machines whose zlib differs. Answers conditional requests (RFC 9110,
 * section 13) and HEAD.
 */
public final class Representation {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final int WORTH_ZIPPING = 600;
  private static final int REVISION_BYTES = 16;
  private static final Pattern ENTITY_TAG =
      Pattern.compile("(?:W/)?\"([0-9a-f]{" + 2 * REVISION_BYTES + "})(?:-[!#-~]*)?\"");

  private final String mediaType;
  private final byte[] plain;
  private final byte @Nullable [] zipped;
  private final String plainTag;
  private final String zippedTag;
  private final String revision;
  private final @Nullable Instant changedAt;
  private final boolean dateIsItsOwn;
  private final String cacheControl;

  private Representation(
      String mediaType,
      byte[] bytes,
      @Nullable Instant changedAt,
      boolean dateIsItsOwn,
      String cacheControl) {
    this.mediaType = mediaType;
    this.plain = bytes;
    this.changedAt = changedAt;
    this.dateIsItsOwn = dateIsItsOwn;
    this.cacheControl = cacheControl;
    byte[] smaller = bytes.length < WORTH_ZIPPING ? bytes : gzip(bytes);
    this.zipped = smaller.length < bytes.length ? smaller : null;
    this.revision = hash(bytes, REVISION_BYTES);
    this.plainTag = '"' + revision + '"';
    this.zippedTag = zipped == null ? plainTag : '"' + revision + "-gz" + hash(zipped, 4) + '"';
  }

  /**
   * Bytes that caches may keep but must ask about before each use.
   *
   * @param mediaType Content-Type, with its charset
   * @param bytes the body
   * @param changedAt Last-Modified, if there is one
   */
  public static Representation of(String mediaType, byte[] bytes, @Nullable Instant changedAt) {
    return of(mediaType, bytes, changedAt, true);
  }

  /**
   * The same, where the date may be that of another revision too.
   *
   * @param dateIsItsOwn whether no other revision at this address ever had the same second as its
   *     date. Only then does the date say what a reader holds (RFC 9110, section 8.8.2.2: a date is
   *     a strong validator when what it dates did not change twice in that second)
   */
  public static Representation of(
      String mediaType, byte[] bytes, @Nullable Instant changedAt, boolean dateIsItsOwn) {
    return new Representation(
        mediaType, bytes, changedAt, dateIsItsOwn, "public, max-age=0, must-revalidate");
  }

  /** Bytes of an address that names their content: caches may use them for a day without asking. */
  public static Representation lasting(String mediaType, byte[] bytes) {
    return new Representation(mediaType, bytes, null, false, "public, max-age=86400");
  }

  /** What names these bytes in every ETag of theirs, plain or gzipped. */
  public String revision() {
    return revision;
  }

  /** The revision that an ETag of ours names, also one that a proxy weakened or added to. */
  public static Optional<String> revisionNamedBy(String entityTag) {
    Matcher tag = ENTITY_TAG.matcher(entityTag.strip());
    return tag.matches() ? Optional.of(tag.group(1)) : Optional.empty();
  }

  /** Bytes held in memory, for a cache that counts them. */
  public int weight() {
    return plain.length + (zipped == null ? 0 : zipped.length);
  }

  /** The body. */
  public byte[] bytes() {
    return plain.clone();
  }

  /** Answers 200, or 304 when the request names what it would get. */
  public void send(HttpServletRequest request, HttpServletResponse response) {
    send(HttpServletResponse.SC_OK, request, response);
  }

  /** Answers with this status; only 200 can become 304. */
  public void send(int status, HttpServletRequest request, HttpServletResponse response) {
    boolean zip = zipped != null && acceptsGzip(request);
    String tag = zip ? zippedTag : plainTag;
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", cacheControl);
    response.addHeader("Vary", "Accept-Encoding");
    if (changedAt != null) {
      response.setHeader("Last-Modified", HTTP_DATE.format(changedAt));
    }
    if (status == HttpServletResponse.SC_OK && isHeld(request, tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = zip && zipped != null ? zipped : plain;
    response.setStatus(status);
    response.setHeader("Content-Type", mediaType);
    if (zip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      try {
        response.getOutputStream().write(body);
      } catch (IOException e) {
        throw new UncheckedIOException("the reader went away", e);
      }
    }
  }

  /**
   * If-None-Match decides where it is given. The plain tag counts for whoever asks, as plain bytes
   * serve anyone; the gzipped one only for who accepts gzip, or a cache could hand gzipped bytes to
   * a reader that can't read them. If-Modified-Since counts only when it repeats our date, and only
   * while that date is this revision's own: "not older than what you have" would hide a change that
   * came in the same second, or with an older date.
   */
  private boolean isHeld(HttpServletRequest request, String tag) {
    List<String> noneMatch = Collections.list(request.getHeaders("If-None-Match"));
    if (!noneMatch.isEmpty()) {
      for (String field : noneMatch) {
        for (String given : field.split(",")) {
          String held = given.strip();
          String opaque = held.startsWith("W/") ? held.substring(2) : held;
          if (opaque.equals("*") || opaque.equals(tag) || opaque.equals(plainTag)) {
            return true;
          }
        }
      }
      return false;
    }
    return changedAt != null
        && dateIsItsOwn
        && HTTP_DATE.format(changedAt).equals(request.getHeader("If-Modified-Since"));
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    boolean any = false;
    for (String field : Collections.list(request.getHeaders("Accept-Encoding"))) {
      for (String coding : field.toLowerCase(Locale.ROOT).split(",")) {
        String[] parts = coding.strip().split("\\s*;\\s*");
        boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
        if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
          return !refused;
        }
        any |= parts[0].equals("*") && !refused;
      }
    }
    return any;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes, int length) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
