package vn.gdnn.newswire.benchmarks.text;

import java.util.List;
import java.util.Random;

/** Names that nobody bears, of syllables that Vietnamese could have. */
final class MadeUpNames {

  private static final String[] SURNAMES = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"
  };
  private static final String[] ONSETS = {
    "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t",
    "th", "tr", "v", "x"
  };
  private static final String[] RHYMES = {
    "a", "à", "á", "an", "ang", "anh", "ao", "ây", "ân", "âm", "ăn", "ăng", "ích", "iên", "iều",
    "inh", "ông", "ơn", "ong", "ùng", "ượng", "ương", "ường", "uân", "uyên", "ữ", "ỏ", "ẩm", "ệp",
    "ỗi"
  };
  private static final String[] HEADS = {
    "Trường Cao đẳng",
    "Trường Trung cấp",
    "Trung tâm",
    "Công ty cổ phần",
    "Công ty TNHH",
    "Viện",
    "Hiệp hội",
    "Cục",
    "Vụ",
    "Phòng",
    "Ban Quản lý",
    "Sở",
    "Quỹ",
    "Tập đoàn",
    "Hội"
  };

  private MadeUpNames() {}

  /** A person's name of some syllables; of one, a given name. */
  static String person(Random random, int syllables) {
    StringBuilder name = new StringBuilder();
    if (syllables > 1) {
      name.append(SURNAMES[random.nextInt(SURNAMES.length)]);
    }
    for (int i = name.length() > 0 ? 1 : 0; i < syllables; i++) {
      name.append(i > 0 ? " " : "").append(capital(syllable(random)));
    }
    return name.toString();
  }

  /** A unit's name; every other of its words is one that units bear already. */
  static String unit(Random random, List<String> words) {
    StringBuilder name = new StringBuilder(HEADS[random.nextInt(HEADS.length)]);
    int length = 2 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      String word =
          random.nextBoolean() ? words.get(random.nextInt(words.size())) : syllable(random);
      name.append(' ').append(i == 0 ? capital(word) : word);
    }
    return name.toString();
  }

  private static String syllable(Random random) {
    return ONSETS[random.nextInt(ONSETS.length)] + RHYMES[random.nextInt(RHYMES.length)];
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
