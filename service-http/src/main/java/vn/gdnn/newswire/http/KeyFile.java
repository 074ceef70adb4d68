package vn.gdnn.newswire.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds one key, of visible ASCII characters, and nothing else. It may come later than
 * the service and may be replaced; either is noticed at the next use. Safe for use by many threads.
 */
public final class KeyFile {

  private static final int LONGEST = 4096;

  private final @Nullable Path path;
  private final String setting;
  private final boolean several;
  private volatile @Nullable Read last;

  /** What was read; of a file that holds something else than a key, nothing. */
  private record Read(FileTime modified, long size, String key, boolean other) {}

  /**
   * Makes one.
   *
   * @param path where it is; empty for none
   * @param setting the environment variable that names it, for what health says
   */
  public KeyFile(String path, String setting) {
    this(path, setting, false);
  }

  private KeyFile(String path, String setting, boolean several) {
    this.path = path.isBlank() ? null : Path.of(path);
    this.setting = setting;
    this.several = several;
  }

  /** One whose file may hold several keys, a line each: {@link #key()} gives all of them. */
  public static KeyFile ofSeveral(String path, String setting) {
    return new KeyFile(path, setting, true);
  }

  /** The key, if there is one now. */
  public Optional<String> key() {
    if (path == null) {
      return Optional.empty();
    }
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      long size = Files.size(path);
      Read read = last;
      if (read == null || !read.modified.equals(modified) || read.size != size) {
        String text = size > LONGEST ? " " : read(path);
        boolean other = !text.chars().allMatch(this::mayStandThere);
        read = new Read(modified, size, other ? "" : text, other);
        last = read;
      }
      return Optional.of(read.key).filter(key -> !key.isEmpty());
    } catch (IOException e) {
      last = null;
      // Absent or unreadable is the same to whoever asks; health says so.
      return Optional.empty();
    }
  }

  /** Whether this is the key. Takes the same time for any wrong one, whatever its length. */
  public boolean holds(String presented) {
    byte[] given = sha256(presented);
    return key().filter(key -> MessageDigest.isEqual(sha256(key), given)).isPresent();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** A line break would end the header that shows the key, and begin another. */
  private boolean mayStandThere(int character) {
    boolean between = several && (character == '\n' || character == '\r' || character == ' ');
    return between || character > ' ' && character <= '~';
  }

  private static String read(Path path) throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip();
  }

  /** Why there is no key, in a sentence that names the setting. */
  public String missing() {
    if (path == null) {
      return setting + " is not set.";
    }
    Read read = last;
    return "The file that "
        + setting
        + (read != null && read.other
            ? " names must hold one key "
                + (several ? "a" : "on one")
                + " line, of visible ASCII characters; it holds something else."
            : " names holds no key or can't be read.");
  }
}
