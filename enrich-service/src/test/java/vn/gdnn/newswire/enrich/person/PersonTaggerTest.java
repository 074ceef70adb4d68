package vn.gdnn.newswire.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.enrich.Sentences;

class PersonTaggerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ông {{P|Trần Mạnh Khởi}} và bà {{P|Lê Thị Thu Ngân}} cùng dự.",
        "TS. {{P|Đặng Quốc Khuê}} trình bày, PGS.TS {{P|Hoàng Đình Luyến}} phản biện.",
        "Đồng chí {{P|Phan Thế Lữ}}, Phó Hiệu trưởng, khai mạc.",
        "Phó Tổng cục trưởng {{P|Vũ Kiên Định}} kết luận.",
        "{{P|Bùi Thị Ngà}} (sinh viên năm cuối) đoạt giải nhất.",
        "Hiệu trưởng {{U|Trường Cao đẳng Cơ khí Hà Nam}} {{P|Ngô Hữu Tường}} cảm ơn.",
        "Bộ trưởng {{U|Bộ Lao động - Thương binh và Xã hội}} {{P|Tạ Hoài Phương}} chủ trì.",
        "Ông {{P|Klaus Bergmann}}, chuyên gia, chia sẻ kinh nghiệm.",
        "GS.TSKH {{P|Đặng Quốc Khuê}} chủ trì.",
        "Bộ trưởng {{U|Bộ Tài chính Lào}} {{P|Somphone Vilaysack}} đáp từ.",
        "Tài khoản của ông {{P|Phan Sào Nam}} và vợ.",
        "Các học viên: {{P|Trịnh Công Luận}}, {{P|Mai Văn Sự}} và {{P|Đỗ Thị Hiền}}.",
        "Lễ bế giảng. (Ảnh: {{P|Thu Vân}})",
        "Hội nghị bế mạc chiều cùng ngày.\n{{P|Thanh Loan}}",
        "BỘ TRƯỞNG {{P|TẠ HOÀI PHƯƠNG}} THĂM TRƯỜNG NGHỀ",
        "Bà {{P|Lê Thị Thu Ngân}} nói. Theo bà {{P|Ngân}}, cần đổi mới.",
      })
  void findsPeople(String marked) {
    assertThat(Sentences.remarked(marked)).isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thành phố Hồ Chí Minh và tỉnh Thái Nguyên tăng chỉ tiêu.",
        "Đoàn đi qua đường Trần Hưng Đạo, phố Lê Thái Tổ và quận Hoàng Mai.",
        "Học sinh làm theo phong cách Hồ Chí Minh.",
        "Tổng cục trưởng và Thủ tướng Chính phủ đều nhắc lại.",
        "Ông Q. và bà N.T.C. không nêu tên.",
        "Một số sinh viên Kỹ thuật cơ khí đi thực tập.",
        "Nhân dịp năm mới Canh tý, xin gửi lời chúc.",
        "Hàn Quốc và Thái Lan cử chuyên gia sang.",
      })
  void leavesPlacesStreetsCampaignsAndInitialsAlone(String sentence) {
    assertThat(Sentences.remarked(sentence)).isEqualTo(sentence);
  }
}
