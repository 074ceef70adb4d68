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
import java.util.ArrayList;
import java.util.Enumeration;
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
  private static final String VARY = "Vary";
  private static final byte[] NO_BODY = new byte[0];

  private static final Pattern REFUSED = Pattern.compile("\\s*q=0(\\.0*)?\\s*(;.*)?");

  private final Variant plain;
  private final Variant zipped;
  private final String revision;
  private final @Nullable String lastModified;
  private final boolean dateIsItsOwn;

  private Representation(
      String mediaType,
      byte[] bytes,
      @Nullable Instant changedAt,
      boolean dateIsItsOwn,
      String cacheControl) {
    this.dateIsItsOwn = dateIsItsOwn;
    this.lastModified = changedAt == null ? null : HTTP_DATE.format(changedAt);
    byte[] smaller = bytes.length < WORTH_ZIPPING ? bytes : gzip(bytes);
    this.revision = hash(bytes, REVISION_BYTES);
    this.plain = variant(mediaType, '"' + revision + '"', false, bytes, cacheControl);
    this.zipped =
        smaller.length < bytes.length
            ? variant(
                mediaType,
                '"' + revision + "-gz" + hash(smaller, 4) + '"',
                true,
                smaller,
                cacheControl)
            : plain;
  }

  private Variant variant(
      String mediaType, String tag, boolean gzip, byte[] body, String cacheControl) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("ETag", tag));
    headers.add(new Header("Cache-Control", cacheControl));
    headers.add(new Header(VARY, "Accept-Encoding"));
    if (lastModified != null) {
      headers.add(new Header("Last-Modified", lastModified));
    }
    Answer held = new Answer(HttpServletResponse.SC_NOT_MODIFIED, headers, NO_BODY);
    headers.add(new Header("Content-Type", mediaType));
    if (gzip) {
      headers.add(new Header("Content-Encoding", "gzip"));
    }
    return new Variant(tag, new Answer(HttpServletResponse.SC_OK, headers, body), held);
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
    return plain.whole().body().length + (zipped == plain ? 0 : zipped.whole().body().length);
  }

  /** The body. */
  public byte[] bytes() {
    return plain.whole().body().clone();
  }

  /** Answers 200, or 304 when the request names what it would get. */
  public void send(HttpServletRequest request, HttpServletResponse response) {
    send(HttpServletResponse.SC_OK, request, response);
  }

  /** Answers with this status; only 200 can become 304. */
  public void send(int status, HttpServletRequest request, HttpServletResponse response) {
    Answer answer = answer(Asked.of(request));
    if (status != HttpServletResponse.SC_OK) {
      answer = variant(Asked.of(request)).whole();
    }
    boolean whole = answer.status() == HttpServletResponse.SC_OK;
    response.setStatus(whole ? status : answer.status());
    for (Header header : answer.headers()) {
      if (header.name().equals(VARY)) {
        response.addHeader(VARY, header.value());
      } else {
        response.setHeader(header.name(), header.value());
      }
    }
    if (!whole) {
      return;
    }
    response.setContentLength(answer.body().length);
    if (!"HEAD".equals(request.getMethod())) {
      try {
        response.getOutputStream().write(answer.body());
      } catch (IOException e) {
        throw new UncheckedIOException("the reader went away", e);
      }
    }
  }

  /**
   * What a request gets: 200, or 304 when it names what it would get. The same object for the same
   * answer.
   */
  public Answer answer(Asked asked) {
    Variant variant = variant(asked);
    return isHeld(asked, variant.tag()) ? variant.held() : variant.whole();
  }

  private Variant variant(Asked asked) {
    return zipped != plain && acceptsGzip(asked.headers("Accept-Encoding")) ? zipped : plain;
  }

  /**
   * If-None-Match decides where it is given. The plain tag counts for whoever asks, as plain bytes
   * serve anyone; the gzipped one only for who accepts gzip, or a cache could hand gzipped bytes to
   * a reader that can't read them. If-Modified-Since counts only when it repeats our date, and only
   * while that date is this revision's own: "not older than what you have" would hide a change that
   * came in the same second, or with an older date.
   */
  private boolean isHeld(Asked asked, String tag) {
    Enumeration<String> noneMatch = asked.headers("If-None-Match");
    if (noneMatch.hasMoreElements()) {
      while (noneMatch.hasMoreElements()) {
        for (String given : noneMatch.nextElement().split(",")) {
          String held = given.strip();
          String opaque = held.startsWith("W/") ? held.substring(2) : held;
          if (opaque.equals("*") || opaque.equals(tag) || opaque.equals(plain.tag())) {
            return true;
          }
        }
      }
      return false;
    }
    if (lastModified == null || !dateIsItsOwn) {
      return false;
    }
    Enumeration<String> since = asked.headers("If-Modified-Since");
    return since.hasMoreElements() && lastModified.equals(since.nextElement());
  }

  private static boolean acceptsGzip(Enumeration<String> accepted) {
    boolean any = false;
    while (accepted.hasMoreElements()) {
      for (String given : accepted.nextElement().split(",")) {
        int end = given.indexOf(';');
        String coding = (end < 0 ? given : given.substring(0, end)).strip();
        boolean refused =
            end >= 0
                && REFUSED.matcher(given.substring(end + 1).toLowerCase(Locale.ROOT)).matches();
        if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
          return !refused;
        }
        any |= coding.equals("*") && !refused;
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

  /** A header of an answer. */
  public record Header(String name, String value) {}

  /**
   * What is sent: all but the length of the body, which the server tells.
   *
   * @param status 200 or 304
   * @param headers in the order they are sent
   * @param body what a GET gets; nothing with 304. Not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, List<Header> headers, byte[] body) {

    /** Copies the headers. */
    public Answer {
      headers = List.copyOf(headers);
    }
  }

  /** Bytes in one coding, with the tag that names them. */
  private record Variant(String tag, Answer whole, Answer held) {}
}
