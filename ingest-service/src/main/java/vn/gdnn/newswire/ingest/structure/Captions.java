package vn.gdnn.newswire.ingest.structure;

import java.util.regex.Pattern;

/**
 * Knows the lines that stand beneath a picture: short, seldom with a full stop, and they say who is
 * seen doing what. A heading inside the text is short too, but starts with no one who could be
 * seen.
 */
final class Captions {

  private static final int LONGEST = 300;
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern CREDIT =
      Pattern.compile(
          "\\(?(?:(?:Chú thích )?[Ảả]nh(?: minh họa| minh hoạ| tư liệu| chụp)?\\s?[:.(\\-–].*"
              + "|Ảnh minh h[ọo][aạ].*)"
              + "|.*[(.–-]\\s?(?:[Ảả]nh|Photo)(?:\\s?:|\\s\\p{Lu}|\\sminh).{0,60}",
          FLAGS | Pattern.DOTALL);

  private static final Pattern SCENE =
      Pattern.compile(
          "(?:Toàn cảnh|Quang cảnh|Khung cảnh|Một số hình ảnh|Hình ảnh|Một góc|Ảnh lưu niệm"
              + "|Không khí|Cảnh)\\s.*",
          FLAGS);

  private static final Pattern SOMEONE =
      Pattern.compile(
          "(?:(?:Các|Những|Nhiều|Đông đảo|Toàn thể|Một số|Hai|Ba)\\s)?"
              + "(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|TS|ThS|PGS|GS|[Tt]hầy|[Cc]ô|[Ee]m|[Aa]nh|[Cc]hị"
              + "|[Tt]ổng [Cc]ục trưởng|[Bb]ộ trưởng|[Tt]hứ trưởng|[Cc]hủ tịch|[Pp]hó|[Bb]í thư"
              + "|[Vv]ụ trưởng|[Cc]ục trưởng|[Vv]iện trưởng|[Gg]iám đốc|[Hh]iệu trưởng|[Tt]rưởng"
              + "|[Tt]hủ tướng|[Ll]ãnh đạo|[Đđ]ại biểu|[Đđ]ại diện|[Đđ]oàn|[Bb]an"
              + "|[Gg]iảng viên|[Gg]iáo viên|[Nn]hà giáo|[Hh]ọc sinh|[Ss]inh viên|[Tt]hí sinh"
              + "|[Cc]án bộ|[Hh]ọc viên|[Cc]huyên gia|[Đđ]ơn vị|[Tt]ập thể|[Cc]á nhân|[Vv]ị)"
              + "(?=[\\s.,]).*",
          FLAGS);

  private static final Pattern DOING =
      Pattern.compile(
          ".*\\b(?:phát biểu|chủ trì|trình bày|báo cáo|trao|tặng|chụp ảnh|tham quan|ký kết|ký"
              + "|tham dự|dự|tham gia|kiểm tra|thăm|làm việc|chúc mừng|đang|bên|cùng|thảo luận"
              + "|khai mạc|bế mạc|điều hành|giới thiệu|nhận|tiếp|đón|bỏ phiếu|biểu quyết|ra mắt"
              + "|thực hành|trong giờ|tại (?:buổi|[Hh]ội|cuộc|[Ll]ễ|chương trình|phiên|điểm cầu))"
              + "\\b.*",
          FLAGS);

  private static final Pattern LISTED =
      Pattern.compile("(?:[-+*•–]|\\(?[\\p{L}\\d]{1,4}[.)])\\s.*");

  private Captions() {}

  /** Whether a paragraph is the caption of a picture. */
  static boolean isCaption(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    if (CREDIT.matcher(line).matches()) {
      return true;
    }
    if (line.indexOf('\n') >= 0 || isSeveralSentences(line)) {
      return false;
    }
    if (SCENE.matcher(line).matches()) {
      return true;
    }
    return ".!?…;:,\"”".indexOf(line.charAt(line.length() - 1)) < 0
        && !(LISTED.matcher(line).matches() && !SOMEONE.matcher(line).matches())
        && SOMEONE.matcher(line).matches()
        && hasSceneVerb(line);
  }

  /** Whether a line names who took or lent a picture. */
  static boolean isCredit(String line) {
    return line.length() <= LONGEST && CREDIT.matcher(line).matches();
  }

  /** Whether a line says what someone is seen doing. */
  static boolean hasSceneVerb(String line) {
    return DOING.matcher(line).matches();
  }

  private static boolean isSeveralSentences(String line) {
    int stop = Sentences.firstEnd(line, 0, line.length());
    return stop >= 0 && stop < line.length();
  }
}
