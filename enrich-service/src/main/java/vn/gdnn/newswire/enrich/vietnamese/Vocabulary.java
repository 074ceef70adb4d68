package vn.gdnn.newswire.enrich.vietnamese;

import org.jspecify.annotations.Nullable;

/**
 * The words (keys of syllables, see {@link Syllables}) that word lists and registries know, each
 * with a number from 1. A text's words are looked up once, when it is cut; lists then compare
 * numbers. It only grows, and by words of this project's own files alone, never by a text's.
 *
 * <p>Reading takes no lock: entries are immutable, and a word that is added after a text was cut is
 * in no list that was made before.
 */
final class Vocabulary {

  /** A word that some list knows, and its key's hash. */
  record Word(String key, int number, int hash) {}

  private static volatile @Nullable Word[] table = new Word[1 << 14];
  private static int size;

  private Vocabulary() {}

  /** The number of a word, a new one when it has none. */
  static synchronized int add(String key) {
    char[] chars = key.toCharArray();
    Word known = find(chars, chars.length, key.hashCode());
    if (known != null) {
      return known.number();
    }
    if (++size * 3 > table.length) {
      @Nullable Word[] larger = new Word[table.length * 4];
      for (Word word : table) {
        if (word != null) {
          put(larger, word);
        }
      }
      table = larger;
    }
    put(table, new Word(key, size, key.hashCode()));
    return size;
  }

  private static void put(@Nullable Word[] words, Word word) {
    int at = slot(word.hash(), words.length);
    while (words[at] != null) {
      at = (at + 1) & (words.length - 1);
    }
    words[at] = word;
  }

  private static int slot(int hash, int length) {
    return (hash ^ hash >>> 15) & (length - 1);
  }

  /**
   * The word that some characters make, or null.
   *
   * @param hash what {@link String#hashCode} gives for them
   */
  static @Nullable Word find(char[] chars, int length, int hash) {
    @Nullable Word[] words = table;
    int at = slot(hash, words.length);
    while (true) {
      Word word = words[at];
      if (word == null) {
        return null;
      }
      if (word.hash() == hash && isSame(word.key(), chars, length)) {
        return word;
      }
      at = (at + 1) & (words.length - 1);
    }
  }

  private static boolean isSame(String key, char[] chars, int length) {
    if (key.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (key.charAt(i) != chars[i]) {
        return false;
      }
    }
    return true;
  }
}
