package vn.gdnn.newswire.publish.readership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.web.Asked;

/**
 * What a reader is called: {@code site:…} as it names itself in its address ({@code ?site=}), else
 * {@code agent:…} after its User-Agent without versions, comments and whatever else may be one
 * machine's or one person's. A name is at most {@link #LONGEST} characters of {@code a-z 0-9 . _ -}
 * and spaces.
 */
final class ReaderNames {

  /** Characters of a name without what stands before its colon. */
  static final int LONGEST = 64;

  static final String UNNAMED = "agent:unnamed";

  private static final String PARAMETER = "site=";
  private static final Pattern BETWEEN_PARAMETERS = Pattern.compile("&");
  private static final Pattern SITE =
      Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0," + (LONGEST - 2) + "}[a-z0-9])?");

  /** A header may have many thousand characters; who it is stands at its beginning. */
  private static final int LOOKED_AT = 400;

  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 4;

  /** More digits than a product's name has, but a serial number. */
  private static final int MOST_DIGITS = 3;

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)?");
  private static final Pattern COMPATIBLE =
      Pattern.compile("\\bcompatible;\\s*([^;()]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s;,()]+");
  private static final Pattern VERSION = Pattern.compile("[-_.]?v?[0-9][0-9._-]*$");
  private static final Pattern NO_NAME = Pattern.compile("[@:=?&%#+~]|^www\\.");
  private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-z0-9._-]");
  private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

  private final Cache<String, String> agents = Caffeine.newBuilder().maximumSize(1_000).build();

  /**
   * The reader's name.
   *
   * @throws Problem.Refused when its {@code ?site=} can't be one
   */
  String of(Asked asked) {
    String query = asked.query();
    if (query != null && query.contains(PARAMETER)) {
      String[] given =
          BETWEEN_PARAMETERS
              .splitAsStream(query)
              .filter(parameter -> parameter.startsWith(PARAMETER))
              .map(parameter -> parameter.substring(PARAMETER.length()))
              .toArray(String[]::new);
      if (given.length > 0) {
        return site(given);
      }
    }
    Enumeration<String> header = asked.headers("User-Agent");
    if (!header.hasMoreElements()) {
      return UNNAMED;
    }
    String agent = header.nextElement();
    return agents.get(
        agent.length() > LOOKED_AT ? agent.substring(0, LOOKED_AT) : agent, ReaderNames::agent);
  }

  /** No character of a name needs to be escaped in an address, so none is unescaped. */
  private static String site(String[] given) {
    String name = given.length == 1 ? given[0].toLowerCase(Locale.ROOT) : "";
    // Without a letter it would be an address.
    if (!SITE.matcher(name).matches() || name.chars().noneMatch(Character::isLetter)) {
      throw new Problem.Refused(
          Problem.badParameter(
              "site",
              "must be given once and be a name like truong-nghe.example: at most "
                  + LONGEST
                  + " of a-z, 0-9, dot and hyphen, with a letter in it"));
    }
    return "site:" + name;
  }

  /** The name after this User-Agent. */
  static String agent(String header) {
    // Robots and services that pass for a browser say who they are after "compatible".
    Matcher compatible = COMPATIBLE.matcher(header);
    String name = compatible.find() ? words(compatible.group(1)) : words(withoutComments(header));
    return name.isEmpty() ? UNNAMED : "agent:" + name;
  }

  /** Comments may be nested; one without an end goes to the end. */
  private static String withoutComments(String header) {
    String text = header;
    for (int depth = 0; depth < 4 && text.indexOf('(') >= 0; depth++) {
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    return text;
  }

  private static String words(String text) {
    Set<String> words = new LinkedHashSet<>();
    int length = 0;
    for (String token : BETWEEN_WORDS.split(text)) {
      String word = word(token);
      if (word != null && words.size() < MOST_WORDS && length + word.length() < LONGEST) {
        length += words.add(word) ? word.length() + 1 : 0;
      }
    }
    return String.join(" ", words);
  }

  /** A product's name without its version; null when this is none. */
  private static @Nullable String word(String token) {
    int slash = token.indexOf('/');
    String product = slash < 0 ? token : token.substring(0, slash);
    if (product.length() > LONGEST_WORD || NO_NAME.matcher(product).find()) {
      return null;
    }
    String name = NOT_ALLOWED.matcher(product.toLowerCase(Locale.ROOT)).replaceAll("");
    name = EDGES.matcher(VERSION.matcher(name).replaceFirst("")).replaceAll("");
    long digits = name.chars().filter(c -> c >= '0' && c <= '9').count();
    return name.isEmpty() || digits > MOST_DIGITS ? null : name;
  }
}
