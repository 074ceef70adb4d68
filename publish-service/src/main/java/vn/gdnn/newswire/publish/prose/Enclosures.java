package vn.gdnn.newswire.publish.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.document.Document;

/**
 * What goes with an article, safe to show: addresses that are none of the web are left out, and one
 * that is given twice stands once.
 *
 * @param pictures in the order given
 * @param files official documents, in the order given
 */
public record Enclosures(List<Picture> pictures, List<AttachedFile> files) {

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,90}/[A-Za-z0-9!#$&^_.+-]{1,90}");
  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{2,5})(?:[?#].*)?$");
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  /** Ours, not the machine's: the same article has the same types everywhere. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("doc", "application/msword"),
          Map.entry("docx", OFFICE + "wordprocessingml.document"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry("pptx", OFFICE + "presentationml.presentation"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("csv", "text/csv"),
          Map.entry("txt", "text/plain"),
          Map.entry("zip", "application/zip"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("svg", "image/svg+xml"));

  /** Copies the lists. */
  public Enclosures {
    pictures = List.copyOf(pictures);
    files = List.copyOf(files);
  }

  /** Those of a document. A withdrawn one's are not to be shown. */
  public static Enclosures of(Document document) {
    return new Enclosures(
        distinct(
            document.images().stream()
                .flatMap(image -> picture(image.url(), image.caption()).stream()),
            Picture::address),
        distinct(
            document.attachments().stream()
                .flatMap(file -> file(file.url(), file.title(), file.type(), file.size()).stream()),
            AttachedFile::address));
  }

  private static <T> List<T> distinct(Stream<T> some, Function<T, String> address) {
    return List.copyOf(
        some.collect(
                Collectors.toMap(
                    address, Function.identity(), (first, again) -> first, LinkedHashMap::new))
            .values());
  }

  private static Optional<Picture> picture(String url, @Nullable String caption) {
    return WebAddress.of(url)
        .map(address -> new Picture(address, guessed(address), SafeText.oneLine(caption)));
  }

  private static Optional<AttachedFile> file(
      String url, @Nullable String title, @Nullable String type, @Nullable Long size) {
    return WebAddress.of(url)
        .map(
            address -> {
              String words = SafeText.oneLine(title);
              boolean typed = type != null && MEDIA_TYPE.matcher(type).matches();
              return new AttachedFile(
                  address,
                  words.isEmpty() ? address : words,
                  typed ? type : guessed(address),
                  size == null || size < 0 ? null : size);
            });
  }

  private static @Nullable String guessed(String address) {
    Matcher extension = EXTENSION.matcher(address);
    return extension.find() ? TYPES.get(extension.group(1).toLowerCase(Locale.ROOT)) : null;
  }

  /**
   * A picture.
   *
   * @param address where it is, ASCII
   * @param type its media type, as far as its address tells
   * @param caption on one line; empty when it has none
   */
  public record Picture(String address, @Nullable String type, String caption) {}

  /**
   * An official document.
   *
   * @param address where it is, ASCII
   * @param title on one line; the address when it has none
   * @param type its media type, as the newsroom says or else its address tells
   * @param size its length in bytes, if it is known
   */
  public record AttachedFile(
      String address, String title, @Nullable String type, @Nullable Long size) {}
}
