package vn.gdnn.newswire.quickstart.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.quickstart.process.Refusal;

/**
 * A draft in a file.
 *
 * @param externalId what it is called at its source: the path below the folder given, or a single
 *     file's name; NFC, with {@code /}
 * @param path where it lies
 */
public record DraftFile(String externalId, Path path) {

  private static final Map<String, String> TYPES =
      Map.of(
          ".html",
          "text/html; charset=utf-8",
          ".htm",
          "text/html; charset=utf-8",
          ".json",
          "application/json");

  /**
   * Finds the drafts that a person named, a folder with all below it but hidden files, in order.
   *
   * @throws Refusal when one can't be read, or two would be the same article
   */
  public static List<DraftFile> find(List<Path> named) {
    List<DraftFile> found = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        found.addAll(inFolder(path));
      } else if (Files.isReadable(path)) {
        found.add(new DraftFile(nfc(path.toAbsolutePath().getFileName().toString()), path));
      } else {
        throw new Refusal("There is no file %s that can be read.".formatted(path));
      }
    }
    Map<String, Path> names = new HashMap<>();
    for (DraftFile draft : found) {
      Path other = names.putIfAbsent(draft.externalId(), draft.path());
      if (other != null) {
        throw new Refusal(
            "%s and %s are both called \"%s\" and would be one article: give their folder, or send them one after the other. Nothing was sent."
                .formatted(other, draft.path(), draft.externalId()));
      }
    }
    return found;
  }

  private static List<DraftFile> inFolder(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<DraftFile> drafts =
          paths
              .filter(Files::isRegularFile)
              .filter(file -> !isHidden(folder.relativize(file)))
              .map(file -> new DraftFile(nfc(slashed(folder.relativize(file))), file))
              .sorted(java.util.Comparator.comparing(DraftFile::externalId))
              .toList();
      if (drafts.isEmpty()) {
        throw new Refusal("The folder %s holds no file.".formatted(folder));
      }
      return drafts;
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw new Refusal(
          "The folder %s can't be read (%s).".formatted(folder, unreadable.getMessage()),
          unreadable);
    }
  }

  private static boolean isHidden(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }

  private static String slashed(Path relative) {
    return String.join(
        "/", StreamSupport.stream(relative.spliterator(), false).map(Path::toString).toList());
  }

  private static String nfc(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * Whether the draft says this of itself. Only JSON can; what is not JSON is ingest's to refuse.
   *
   * @param field name of a field of a JSON draft
   */
  boolean has(String field) throws IOException {
    if (!mediaType().startsWith("application/json")) {
      return false;
    }
    try {
      return new JsonMapper().readTree(Files.readAllBytes(path)).hasNonNull(field);
    } catch (JacksonException notJson) {
      return false;
    }
  }

  /** The media type, by the file's name; plain text when the name says nothing else. */
  public String mediaType() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? "text/plain; charset=utf-8"
        : TYPES.getOrDefault(name.substring(dot), "text/plain; charset=utf-8");
  }
}
