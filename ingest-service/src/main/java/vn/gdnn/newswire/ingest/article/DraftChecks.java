package vn.gdnn.newswire.ingest.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Embargo;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.ingest.text.CleanText;
import vn.gdnn.newswire.ingest.text.Slip;

/** Checks the fields of one draft and collects everything that is wrong with them. */
final class DraftChecks {

  static final int LONGEST_SOURCE = 200;
  static final int LONGEST_EXTERNAL_ID = 2_000;
  static final int LONGEST_TITLE = 2_000;
  static final int LONGEST_BYLINE = 500;
  static final int LONGEST_NOTE = 5_000;
  static final int LONGEST_CAPTION = 5_000;
  static final int LONGEST_URL = 4_000;
  static final int MOST_IMAGES = 200;
  static final int MOST_ATTACHMENTS = 200;

  private static final int LONGEST_NUMBER = 60;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1," + LONGEST_NUMBER + "}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,90}/[A-Za-z0-9!#$&^_.+-]{1,90}");
  private static final String TIME_RULE =
      "Give an ISO 8601 time with a zone, for example 2020-06-11T10:24:15+07:00.";

  private static final Set<Slip> HARMLESS = EnumSet.of(Slip.DECOMPOSED);

  private final DraftFields fields;
  private final List<FieldError> errors = new ArrayList<>();

  private DraftChecks(DraftFields fields) {
    this.fields = fields;
  }

  /**
   * Checks a draft.
   *
   * @throws DraftRefused naming each field that is wrong
   */
  static CheckedDraft check(DraftFields fields) {
    return new DraftChecks(fields).check();
  }

  private CheckedDraft check() {
    String text = fields.html() != null ? fields.html() : fields.body();
    if (fields.body() != null && fields.html() != null) {
      error("html", "Give either body or html, not both.");
    } else if (text == null) {
      error("body", "Give the article's text as body (plain text) or html.");
    }
    CheckedDraft draft =
        new CheckedDraft(
            name("externalId", fields.externalId(), LONGEST_EXTERNAL_ID),
            name("source", fields.source(), LONGEST_SOURCE),
            version(),
            line("title", fields.title(), LONGEST_TITLE),
            text == null ? "" : text,
            fields.html() != null,
            line("byline", fields.byline(), LONGEST_BYLINE),
            prose("note", fields.note(), LONGEST_NOTE),
            time("publishedAt", fields.publishedAt()),
            embargo(),
            images(),
            attachments());
    if (!errors.isEmpty()) {
      throw new DraftRefused(errors);
    }
    return draft;
  }

  private void error(String field, String detail) {
    errors.add(new FieldError(field, detail));
  }

  /** A name is part of an identity: it is never cut or cleaned, only composed. */
  private @Nullable String name(String field, @Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    boolean fits = !value.isBlank() && value.length() <= longest;
    CleanText clean = CleanText.of(fits ? value : "");
    if (!fits
        || value.chars().anyMatch(Character::isISOControl)
        || !HARMLESS.containsAll(clean.slips().keySet())) {
      error(field, "Give 1 to %,d characters without control characters.".formatted(longest));
    }
    return clean.text();
  }

  private @Nullable String version() {
    String version = fields.version();
    if (version == null) {
      return null;
    }
    if (WHOLE_NUMBER.matcher(version).matches()) {
      String digits = version.replaceFirst("^0+", "");
      return digits.isEmpty() ? "0" : digits;
    }
    Optional<OffsetDateTime> time = IsoTimes.parse(version);
    if (time.isEmpty()) {
      error(
          "version",
          "Give a whole number from 0 (at most %d digits) or an ISO 8601 time with a zone."
              .formatted(LONGEST_NUMBER));
      return null;
    }
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.get());
  }

  private @Nullable String line(String field, @Nullable String value, int longest) {
    String prose = prose(field, value, longest);
    return prose == null ? null : prose.replace('\n', ' ').replace('\t', ' ');
  }

  private @Nullable String prose(String field, @Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    if (value.length() > longest * 4) {
      error(field, "Give at most %,d characters.".formatted(longest));
      return null;
    }
    String clean = CleanText.of(value).text().strip();
    if (clean.length() > longest) {
      error(field, "Give at most %,d characters.".formatted(longest));
    }
    return clean.isEmpty() ? null : clean;
  }

  private @Nullable Instant time(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    Optional<OffsetDateTime> time = IsoTimes.parse(value);
    if (time.isEmpty()) {
      error(field, TIME_RULE);
    }
    return time.map(OffsetDateTime::toInstant).orElse(null);
  }

  private @Nullable Embargo embargo() {
    return fields.embargoGiven() ? new Embargo(time("embargoUntil", fields.embargoUntil())) : null;
  }

  private List<Image> images() {
    if (fields.images().size() > MOST_IMAGES) {
      error("images", "Give at most %d.".formatted(MOST_IMAGES));
      return List.of();
    }
    List<Image> checked = new ArrayList<>();
    for (int i = 0; i < fields.images().size(); i++) {
      Image image = fields.images().get(i);
      String at = "images[" + i + "].";
      checked.add(
          new Image(
              url(at + "url", image.url()),
              prose(at + "caption", image.caption(), LONGEST_CAPTION)));
    }
    return checked;
  }

  private List<Attachment> attachments() {
    if (fields.attachments().size() > MOST_ATTACHMENTS) {
      error("attachments", "Give at most %d.".formatted(MOST_ATTACHMENTS));
      return List.of();
    }
    List<Attachment> checked = new ArrayList<>();
    for (int i = 0; i < fields.attachments().size(); i++) {
      Attachment attachment = fields.attachments().get(i);
      String at = "attachments[" + i + "].";
      String type = attachment.type();
      if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
        error(at + "type", "Give a media type, for example application/pdf.");
      }
      Long size = attachment.size();
      if (size != null && size < 0) {
        error(at + "size", "Give the length in bytes, a whole number from 0.");
      }
      checked.add(
          new Attachment(
              url(at + "url", attachment.url()),
              line(at + "title", attachment.title(), LONGEST_CAPTION),
              type,
              size));
    }
    return checked;
  }

  /** An address that readers' browsers may open: http(s), with a host, no user name in it. */
  private String url(String field, String value) {
    if (value.length() <= LONGEST_URL) {
      try {
        URI uri = new URI(value.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (web && uri.getRawAuthority() != null && uri.getRawUserInfo() == null) {
          return scheme + value.strip().substring(scheme.length());
        }
      } catch (URISyntaxException e) {
        // Said below, in the same words for all.
        error(field, "This is no address. Give an absolute http or https one, percent-encoded.");
        return value;
      }
    }
    error(
        field,
        "Give an absolute http or https address of at most %,d characters, without a user name."
            .formatted(LONGEST_URL));
    return value;
  }
}
