package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Damages the seed drafts at random. A hundred times in each build, always the same; with {@code
 * -Dfuzz.minutes=N} for so long, each time differently, or as before with {@code -Dfuzz.seed=N}.
 * Says its seed and how many drafts it has damaged. What fails is cut down to the part that matters
 * and shown with its characters escaped.
 */
class DraftFuzzTest {

  private static final Logger LOG = LoggerFactory.getLogger(DraftFuzzTest.class);
  private static final int ROUNDS = 100;
  private static final long USUAL_SEED = 40;
  private static final String SLIPS = "lIoO0t1iìíuvươnmrnhbcđd";

  private final List<String> drafts = new ArrayList<>();

  DraftFuzzTest() throws IOException {
    for (String name : List.of("000.txt", "003.txt")) {
      drafts.add(Files.readString(Path.of("..", "seeds", "drafts", name)));
    }
  }

  @Test
  void standsDamagedDrafts() {
    String minutes = System.getProperty("fuzz.minutes", "");
    long seed = minutes.isEmpty() ? USUAL_SEED : Long.getLong("fuzz.seed", System.nanoTime());
    long most =
        minutes.isEmpty()
            ? Long.MAX_VALUE
            : Duration.ofSeconds((long) (60 * Double.parseDouble(minutes))).toNanos();
    Random random = new Random(seed);
    LOG.info("damaging drafts, seed {}", seed);
    long start = System.nanoTime();
    int rounds = 0;
    while (minutes.isEmpty() ? rounds < ROUNDS : System.nanoTime() - start < most) {
      check(damaged(random), "seed %d, round %d".formatted(seed, rounds));
      rounds++;
    }
    LOG.info("{} drafts damaged with seed {}, all stood", rounds, seed);
  }

  private static void check(String text, String which) {
    Throwable fault = fault(text);
    if (fault != null) {
      fail(which + ": on the text\n" + escaped(smallest(text)) + "\n", fault);
    }
  }

  private static Throwable fault(String text) {
    try {
      int half = text.length() / 2;
      Findings.in(text.substring(0, half), text.substring(half)).areSound();
      Findings.in(text).areSound();
      return null;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return e;
    }
  }

  /** Takes out ever smaller parts as long as the rest still fails. */
  private static String smallest(String failing) {
    String text = failing;
    for (int part = text.length() / 2; part > 0; part /= 2) {
      for (int at = 0; at + part <= text.length(); ) {
        String less = text.substring(0, at) + text.substring(at + part);
        if (fault(less) != null) {
          text = less;
        } else {
          at += part;
        }
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c < 0x7F || Character.isLetter(c) && !Character.isSurrogate(c);
      escaped.append(plain ? String.valueOf(c) : "\\u%04X".formatted((int) c));
    }
    return escaped.toString();
  }

  private String damaged(Random random) {
    StringBuilder text = new StringBuilder(drafts.get(random.nextInt(drafts.size())));
    int times = 1 << random.nextInt(8);
    for (int i = 0; i < times && text.length() > 0; i++) {
      damage(text, random);
    }
    return text.toString();
  }

  private void damage(StringBuilder text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(1 << random.nextInt(8)));
    String part = text.substring(from, to);
    switch (random.nextInt(14)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(random.nextInt(text.length() + 1), part);
      case 2 -> text.replace(from, to, part.toUpperCase(Locale.ROOT));
      case 3 -> text.replace(from, to, part.toLowerCase(Locale.ROOT));
      case 4 -> text.replace(from, to, Normalizer.normalize(part, Normalizer.Form.NFD));
      case 5 -> text.replace(from, to, part.replace(" ", ""));
      case 6 -> text.replace(from, to, part.replace(' ', '\n'));
      case 7 -> text.replace(from, to, new StringBuilder(part).reverse().toString());
      case 8 -> text.insert(from, Texts.ODD.get(random.nextInt(Texts.ODD.size())));
      case 9 -> text.insert(from, " " + Texts.TRIGGERS.get(random.nextInt(Texts.TRIGGERS.size())));
      case 10 -> text.setCharAt(from, SLIPS.charAt(random.nextInt(SLIPS.length())));
      case 11 -> text.setCharAt(from, (char) random.nextInt(0x10000));
      case 12 -> text.setCharAt(from, (char) (text.charAt(from) ^ (1 << random.nextInt(8))));
      default -> text.replace(from, to, part.repeat(1 + random.nextInt(20)));
    }
    text.setLength(Math.min(text.length(), 50_000));
  }
}
