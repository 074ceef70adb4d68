package vn.gdnn.newswire.ingest.structure;

import java.util.regex.Pattern;

/** Knows the lines by which an author, an agency or a unit signs an article. */
final class Signatures {

  private static final int LONGEST = 120;
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

  /** A desk: never a headline either. */
  private static final Pattern DESK =
      Pattern.compile(
          "\\(?(?:Theo\\s)?(?:P\\.?V\\.?|CTV|BBT|TTXVN|TTTT|VP)(?:\\s[\\p{Lu}\\d&-]{2,20})?"
              + "(?:\\s\\(?(?:tổng hợp|t/h|th|ghi)\\)?)?\\.?\\)?",
          FLAGS);

  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i:theo|nguồn(?:\\stin)?|tác giả|người viết|người đăng|tin,? ảnh|tin và ảnh|tin bài"
              + "|bài,? ảnh|bài và ảnh|bài viết|thực hiện|tin|bài)\\s?:?\\s(?=.*\\p{Lu}).{2,80}",
          FLAGS);

  private static final String TITLE =
      "(?:(?:TS|ThS|Th\\.s|PGS|GS|CN|KS|BS|NGƯT|NGND)\\.?[\\s,.]?)*";
  private static final String NAME = "(?:\\p{Lu}[\\p{L}']*\\.?\\s){1,5}\\p{Lu}[\\p{L}']*\\.?";
  private static final Pattern NAMES =
      Pattern.compile(
          TITLE
              + NAME
              + "(?:\\s?[-–,&;]\\s?"
              + TITLE
              + NAME
              + "){0,3}(?:\\s\\(?(?:ghi|tổng hợp|t/h|lược ghi|biên tập|thực hiện)\\)?)?",
          FLAGS);
  private static final Pattern INITIALS =
      Pattern.compile("\\(?\\p{Lu}\\p{L}?(?:\\.\\s?\\p{Lu}\\p{L}{0,10}){1,3}\\.?\\)?", FLAGS);

  private static final Pattern UNIT =
      Pattern.compile(
          "(?:Văn phòng|Vụ|Cục|Tổng cục|Trung tâm|Ban|Phòng|Trường|Viện|Báo|Tạp chí|Cổng thông tin)"
              + "\\s.{2,90}",
          FLAGS);
  private static final Pattern ABBREVIATIONS =
      Pattern.compile("[\\p{Lu}\\d&.-]{2,12}(?:\\s[\\p{Lu}\\d&.-]{2,12}){0,2}", FLAGS);

  private Signatures() {}

  /** Whether a line can be nothing but the signature of a desk, wherever it stands. */
  static boolean isDesk(String line) {
    return line.length() <= LONGEST && DESK.matcher(line).matches();
  }

  /** Whether a line at the end of an article signs it. */
  static boolean isSignature(String line) {
    if (line.length() > LONGEST || line.indexOf('\n') >= 0) {
      return false;
    }
    String bare =
        line.startsWith("(") && line.endsWith(")") ? line.substring(1, line.length() - 1) : line;
    return isDesk(line)
        || LABELLED.matcher(bare).matches()
        || NAMES.matcher(bare).matches()
        || INITIALS.matcher(bare).matches()
        || ABBREVIATIONS.matcher(bare).matches()
        || UNIT.matcher(bare).matches() && !Captions.hasSceneVerb(bare) && !endsSentence(bare);
  }

  private static boolean endsSentence(String line) {
    return ".!?…;:".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
