package vn.gdnn.newswire.benchmarks.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;

/** Today's registry with people and units added that there are not. */
public final class GrownRegistry {

  private static final long SEED = 100_000;

  private GrownRegistry() {}

  /**
   * Writes the registry's files into a folder, with more entries.
   *
   * @param today the folder with today's files
   * @param entries how many entries there are to be
   * @param folder where to write; it exists
   */
  public static void write(Path today, int entries, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(today)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Registry registry = RegistryFiles.folder(today);
    int missing = Math.max(0, entries - registry.entries().size());
    Random random = new Random(SEED);
    List<String> people = new ArrayList<>();
    for (int i = 0; i < missing / 2; i++) {
      String name = MadeUpNames.person(random, 3 + random.nextInt(2));
      people.add("made-up-person-%d\t%s\t\tmade up\n".formatted(i, name));
    }
    append(folder.resolve("people.tsv"), people);
    List<String> words = words(registry);
    List<String> units = new ArrayList<>();
    for (int i = 0; i < missing - missing / 2; i++) {
      String name = MadeUpNames.unit(random, words);
      units.add("made-up-unit-%d\t%s\t\t\tcompany\t\t\t\t\t\tmade up\t\n".formatted(i, name));
    }
    append(folder.resolve("units.tsv"), units);
  }

  private static List<String> words(Registry registry) {
    return registry.entries().stream()
        .filter(Entry.Unit.class::isInstance)
        .flatMap(unit -> Stream.of(unit.name().split(" ", -1)))
        .filter(word -> !word.isEmpty() && word.chars().allMatch(Character::isLowerCase))
        .distinct()
        .toList();
  }

  private static void append(Path file, List<String> rows) throws IOException {
    String there = Files.readString(file);
    String end = there.endsWith("\n") ? "" : "\n";
    Files.writeString(file, there + end + String.join("", rows));
  }
}
