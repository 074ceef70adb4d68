package vn.gdnn.newswire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldEncodingsTest {

  private static final String TEXT =
      "Tổng cục Giáo dục nghề nghiệp tổ chức Hội nghị tổng kết năm 2019. Tham dự có lãnh đạo các Vụ,"
          + " đơn vị và đại diện các trường cao đẳng, trung cấp trong cả nước.";

  /** The VNI form of a letter: its base, its hat, its tone. */
  private static final Map<Character, String> VNI = new TreeMap<>();

  static {
    String[] rows = {
      "à aø", "á aù", "ả aû", "ã aõ", "ạ aï", "ă aê", "ắ aé", "ằ aè", "ẳ aú", "ẵ aü", "ặ aë",
          "â aâ",
      "ấ aá", "ầ aà", "ẩ aå", "ẫ aã", "ậ aä", "đ ñ", "è eø", "é eù", "ẻ eû", "ẽ eõ", "ẹ eï", "ê eâ",
      "ế eá", "ề eà", "ể eå", "ễ eã", "ệ eä", "ì ì", "í í", "ỉ æ", "ĩ ó", "ị ò", "ò oø", "ó où",
      "ỏ oû", "õ oõ", "ọ oï", "ô oâ", "ố oá", "ồ oà", "ổ oå", "ỗ oã", "ộ oä", "ơ ô", "ớ ôù", "ờ ôø",
      "ở ôû", "ỡ ôõ", "ợ ôï", "ù uø", "ú uù", "ủ uû", "ũ uõ", "ụ uï", "ư ö", "ứ öù", "ừ öø", "ử öû",
      "ữ öõ", "ự öï", "ỳ yø", "ý yù", "ỷ yû", "ỹ yõ"
    };
    for (String row : rows) {
      VNI.put(row.charAt(0), row.substring(2));
    }
  }

  /** TCVN3's letters in the order of the standard, read as Windows-1252. */
  private static final String TCVN3_FROM =
      "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

  private static final String TCVN3_TO =
      "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";

  private static String tcvn3(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      int at = TCVN3_FROM.indexOf(c);
      out.append(at < 0 ? c : TCVN3_TO.charAt(at));
    }
    return out.toString();
  }

  private static String vni(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      out.append(VNI.getOrDefault(c, String.valueOf(c)));
    }
    return out.toString();
  }

  @Test
  void knowsTcvn3_andVni() {
    assertThat(OldEncodings.nameOf(tcvn3(TEXT))).contains("TCVN3 (ABC)");
    assertThat(OldEncodings.nameOf(vni(TEXT))).contains("VNI");
    assertThatThrownBy(() -> OldEncodings.refuse(vni(TEXT)))
        .isInstanceOf(UnreadableText.class)
        .hasMessageContaining("VNI")
        .hasMessageContaining("UniKey");
  }

  @Test
  void knowsThemInBytesThatAreNotUtf8() {
    byte[] bytes = tcvn3(TEXT).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Utf8.decode(bytes)).hasMessageContaining("TCVN3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "",
        "The Directorate held a meeting – 20 °C, ±5 %, © 2020, ® and µm.",
        "L'école a été créée à l'été; les élèves aiment la forêt, le maïs, l'aéroport où Noël naît.",
        "El niño señaló: mañana, año, pequeño, español, señor, niña.",
        "Größe, Straße, über, Äpfel, schön, für, Öl, Übung, früh, müde.",
        "Hội nghị với GIZ (Đức), dự án «Kỹ năng» của Frédéric và Müller"
      })
  void leavesOtherLanguagesAlone(String text) {
    assertThat(OldEncodings.nameOf(text)).isEmpty();
    assertThat(OldEncodings.nameOf(Normalizer.normalize(text, Normalizer.Form.NFD))).isEmpty();
  }
}
