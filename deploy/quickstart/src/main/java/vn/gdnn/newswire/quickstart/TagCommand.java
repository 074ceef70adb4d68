package vn.gdnn.newswire.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.DatedTags;
import vn.gdnn.newswire.enrich.score.Resolution;
import vn.gdnn.newswire.enrich.score.Score;
import vn.gdnn.newswire.quickstart.tag.ColouredText;
import vn.gdnn.newswire.quickstart.tag.FileTagger;
import vn.gdnn.newswire.quickstart.tag.MarkedFolder;
import vn.gdnn.newswire.quickstart.tag.TaggedDraft;
import vn.gdnn.newswire.quickstart.tag.TextFile;

/** Tags files with no server running, or scores the tagger on files marked by hand. */
@Command(
    name = "tag",
    description =
        "Tags files with no server running; with --score, scores the tagger on files marked by"
            + " hand.",
    mixinStandardHelpOptions = true)
final class TagCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Gdnn gdnn;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A draft (UTF-8 text); - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description =
          "The day by which offices are resolved, e.g. 2020-06-11 (default: the draft's own, else"
              + " today).")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--score",
      paramLabel = "DIR",
      description = "Score the tagger on the marked .txt files of DIR.")
  private @Nullable Path score;

  @Option(
      names = "--marked",
      paramLabel = "OUT",
      description =
          "With --score: write each file into OUT with the predicted marks in place of the given"
              + " ones.")
  private @Nullable Path marked;

  @Option(
      names = "--leave-one-style-out",
      description =
          "With --score: each folder in DIR by a tagger that learned from all the others"
              + " (cross-validation over styles; minutes).")
  private boolean styleLeftOut;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description =
          "Show the text with its tags in colours: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}, where a person watches and NO_COLOR is not set).")
  private Colour color = Colour.auto;

  /** When to show the text in colours. */
  enum Colour {
    auto,
    always,
    never
  }

  /** Reads a date, or says how one is written. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String given) {
      try {
        return LocalDate.parse(given);
      } catch (DateTimeParseException other) {
        throw new TypeConversionException("\"%s\" is no date like 2020-06-11".formatted(given));
      }
    }
  }

  @Override
  public Integer call() {
    if (score == null && files.isEmpty()) {
      throw wrongUsage("Say which files to tag, or give --score DIR.");
    }
    if (score != null && !files.isEmpty()) {
      throw wrongUsage("--score takes one folder and no further files.");
    }
    if (marked != null && score == null) {
      throw wrongUsage("--marked goes with --score.");
    }
    if (styleLeftOut && score == null) {
      throw wrongUsage("--leave-one-style-out goes with --score.");
    }
    Gdnn command = Objects.requireNonNull(gdnn);
    Instant now = Instant.now();
    Function<ArticleTagger, FileTagger> by =
        tagger -> new FileTagger(tagger, Optional.ofNullable(asOf), now);
    if (score != null) {
      score(command, by, score);
    } else {
      FileTagger tagger = by.apply(ArticleTagger.packaged());
      for (String file : files) {
        String raw = file.equals("-") ? standardInput() : TextFile.read(Path.of(file));
        print(command, tagger.tag(file, raw), inColours(command));
      }
    }
    return Gdnn.DONE;
  }

  private ParameterException wrongUsage(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private static String standardInput() {
    InputStream in = System.in;
    try {
      return TextFile.decode("standard input", in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private boolean inColours(Gdnn command) {
    boolean watched =
        command.terminal().live() && command.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return color == Colour.always || color == Colour.auto && watched;
  }

  private static void print(Gdnn command, TaggedDraft draft, boolean inColours) {
    Terminal terminal = command.terminal();
    if (command.json()) {
      terminal.resultObject(draft);
      return;
    }
    if (inColours) {
      terminal.result(ColouredText.of(draft));
    }
    terminal.result("%s: %s".formatted(draft.file(), draft.title()));
    for (DatedTags.Named tag : draft.tags()) {
      String role =
          Optional.ofNullable(tag.role())
              .map(known -> known.registry() != null ? known.registry().title() : known.stated())
              .map(title -> ", " + title)
              .orElse("");
      terminal.result(
          "  %-6s %s (%s%s) %d×"
              .formatted(tag.kind(), tag.name(), tag.id(), role, tag.mentions().size()));
    }
    for (DatedTags.Office office : draft.offices()) {
      terminal.result(
          "  OFFICE %s at %s %d–%d: %s on %s"
              .formatted(
                  office.surface(),
                  office.field().wire(),
                  office.start(),
                  office.end(),
                  office.personId(),
                  office.asOf()));
    }
  }

  private void score(Gdnn command, Function<ArticleTagger, FileTagger> by, Path folder) {
    Terminal terminal = command.terminal();
    MarkedFolder files = new MarkedFolder(folder);
    Optional<Path> out = Optional.ofNullable(marked);
    MarkedFolder.Scores scores =
        styleLeftOut
            ? files.scoreWithoutStyle(by, out, terminal::progress)
            : files.score(by.apply(ArticleTagger.packaged()), out, terminal::progress);
    terminal.progressDone();
    Score names = scores.names();
    if (command.json()) {
      String grouped = styleLeftOut ? "style" : "source";
      names.rows().forEach(terminal::resultObject);
      names.groups().forEach(group -> terminal.resultObject(Map.of(grouped, group)));
      terminal.resultObject(Map.of("confidence", names.confidence()));
      names.errors().forEach(error -> terminal.resultObject(Map.of("error", error)));
      scores.resolution().ifPresent(found -> terminal.resultObject(Map.of("resolution", found)));
      return;
    }
    terminal.result(names.table(styleLeftOut ? "style, unseen" : "source").stripTrailing() + "\n");
    for (Score.Miss error : names.errors()) {
      Map<String, String> words = new LinkedHashMap<>();
      words.put("marked", error.gold());
      words.put("found", error.predicted());
      words.values().removeIf(String::isEmpty);
      terminal.result("%s\t%s\t%s\t%s".formatted(error.file(), error.kind(), error.cause(), words));
    }
    scores.resolution().ifPresent(found -> print(terminal, found));
  }

  private static void print(Terminal terminal, Resolution resolution) {
    terminal.result(resolution.table().stripTrailing());
    for (Resolution.Miss error : resolution.errors()) {
      terminal.result(
          "%s\t%s\t%s (%d)\texpected %s, given %s"
              .formatted(
                  error.file(),
                  error.kind(),
                  error.surface(),
                  error.nth(),
                  error.expected(),
                  error.given()));
    }
  }
}
