package vn.gdnn.newswire.publish.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.publish.faces.Samples;

class EnclosuresTest {

  @Test
  void holdPicturesAndFilesInTheirOrder_eachOnce() {
    Enclosures enclosures = Enclosures.of(Samples.complete(1));
    assertThat(enclosures.pictures())
        .containsExactly(
            new Enclosures.Picture(
                "https://anh.example/hop.jpg?w=800&h=600", "image/jpeg", "Quang cảnh cuộc họp"),
            new Enclosures.Picture("http://anh.example:8080/b%20b.PNG", "image/png", ""));
    assertThat(enclosures.files())
        .containsExactly(
            new Enclosures.AttachedFile(
                "https://tep.example/ke-hoach.pdf", "Kế hoạch", "application/pdf", 120_000L),
            new Enclosures.AttachedFile(
                "https://tep.example/ph%E1%BB%A5%20l%E1%BB%A5c.docx",
                "Phụ lục",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                null),
            new Enclosures.AttachedFile(
                "https://tep.example/tai?so=1", "https://tep.example/tai?so=1", null, 0L));
  }

  @Test
  void leaveOutWhatNoBrowserMayOpen_andMakeTheRestSafe() {
    Enclosures enclosures =
        Enclosures.of(
            Samples.draft(1, "x", "x")
                .image("javascript:alert(1)", "a")
                .image("https://h/1", "dòng\u0008\n\u202Engược")
                .attachment("file:///etc/passwd", "b", "text/plain", 1L)
                .attachment("https://h/2.pdf", " \u0000 ", "text/html\r\nX: y", -1L)
                .document());
    assertThat(enclosures.pictures())
        .containsExactly(
            new Enclosures.Picture("https://h/1", null, "\u2068dòng \u202Engược\u202C\u2069"));
    assertThat(enclosures.files())
        .containsExactly(
            new Enclosures.AttachedFile(
                "https://h/2.pdf", "https://h/2.pdf", "application/pdf", null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a.PDF?x=1, application/pdf",
    "https://h/a.pdf#page=2, application/pdf",
    "https://h.pdf/, ",
    "https://h/pdf, ",
    "https://h/a.exe, ",
  })
  void knowATypeByTheAddress(String address, String type) {
    assertThat(
            Enclosures.of(
                    Samples.draft(1, "x", "x").attachment(address, "a", null, null).document())
                .files()
                .get(0)
                .type())
        .isEqualTo(type);
  }
}
