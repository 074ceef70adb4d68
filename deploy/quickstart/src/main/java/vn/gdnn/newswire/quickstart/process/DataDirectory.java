package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Where a newswire keeps everything: log, store, keys. One {@code up} at a time works on it. */
public final class DataDirectory implements AutoCloseable {

  /** Less than this and the first start alone would fill the disk. */
  static final long LEAST_FREE_MIB = 200;

  private static final int KEY_BYTES = 24;
  private static final long MIB = 1024 * 1024;

  private final Path root;
  private final FileChannel lockFile;
  private final boolean stoppedInOrder;

  private DataDirectory(Path root, FileChannel lockFile, boolean stoppedInOrder) {
    this.root = root;
    this.lockFile = lockFile;
    this.stoppedInOrder = stoppedInOrder;
  }

  /**
   * Makes the directory if need be and takes its lock, which ends with this process however that
   * ends.
   *
   * @throws Refusal when it can't be made or written, is nearly full, or is another's now
   */
  public static DataDirectory open(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root.resolve("logs"));
      long free = Files.getFileStore(root).getUsableSpace() / MIB;
      if (free < LEAST_FREE_MIB) {
        throw new Refusal(
            "The disk of %s is full (%d MiB free, at least %d are needed): free some, or give another directory with --data."
                .formatted(root, free, LEAST_FREE_MIB));
      }
      FileChannel file =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(file)) {
        file.close();
        throw new Refusal(
            "Another ./gdnn up is running on %s: stop it, or give another directory with --data."
                .formatted(root));
      }
      boolean stoppedInOrder = !Files.exists(addressesFile(root));
      DataDirectory data = new DataDirectory(root, file, stoppedInOrder);
      data.makeKey(data.apiKey());
      data.makeKey(data.internalKey());
      return data;
    } catch (IOException unusable) {
      throw new Refusal(
          "The data directory %s can't be used (%s): give another with --data."
              .formatted(root, reason(unusable)),
          unusable);
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException mine) {
      return false;
    }
  }

  private static String reason(IOException unusable) {
    if (unusable instanceof java.nio.file.AccessDeniedException) {
      return "no permission to write there";
    }
    if (unusable instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    String message = unusable.getMessage();
    return message == null ? unusable.getClass().getSimpleName() : message;
  }

  /** Written whole or not at all, and readable by its owner only from the first byte on. */
  private void makeKey(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    Path part = Files.createTempFile(root, ".key", "", ownerOnly(file));
    Files.writeString(part, HexFormat.of().formatHex(random));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** The key that writers show to ingest. */
  public Path apiKey() {
    return apiKeyFile(root);
  }

  /** The key that the services show to one another. */
  Path internalKey() {
    return root.resolve("internal-key");
  }

  Path root() {
    return root;
  }

  Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  /** False when the last {@code up} on this directory was killed. */
  boolean stoppedInOrder() {
    return stoppedInOrder;
  }

  /** Whether the seeds have been submitted from this directory. */
  public boolean hasSeeds() {
    return Files.exists(root.resolve("seeds-submitted"));
  }

  /** Remembers that the seeds have been submitted. */
  public void seedsSubmitted() {
    try {
      Files.writeString(root.resolve("seeds-submitted"), "");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /**
   * Leaves word where this newswire answers, for the other commands; it stands there while {@code
   * up} runs.
   */
  public void writeAddresses(String json) {
    try {
      Path part = root.resolve(".addresses");
      Files.writeString(part, json);
      Files.move(
          part,
          addressesFile(root),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** The addresses that a running {@code up} left in a directory. */
  public static Optional<String> addresses(Path directory) {
    return read(addressesFile(directory));
  }

  /** The key in a directory's {@code api-key}. */
  public static Optional<String> apiKey(Path directory) {
    return read(apiKeyFile(directory)).map(String::strip);
  }

  private static Path addressesFile(Path directory) {
    return directory.resolve("addresses.json");
  }

  private static Path apiKeyFile(Path directory) {
    return directory.resolve("api-key");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new Refusal("%s can't be read (%s).".formatted(file, reason(unreadable)), unreadable);
    }
  }

  /** Says that all was stopped in order, and lets go of the lock. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(addressesFile(root));
      lockFile.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
