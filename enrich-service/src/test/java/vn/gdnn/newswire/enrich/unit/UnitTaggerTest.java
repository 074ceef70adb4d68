package vn.gdnn.newswire.enrich.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.enrich.Sentences;

class UnitTaggerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The registry's names and their short forms.
        "{{U|Bộ Lao động - Thương binh và Xã hội}} giao {{U|Tổng cục GDNN}} chủ trì.",
        "{{U|Bộ Lao động–Thương binh và Xã hội}} và {{U|Bộ Giáo dục và Đào tạo}} ký quy chế.",
        "Đại diện {{U|GIZ}} và {{U|ILO}} cùng dự.",
        // A name ends before the sentence goes on.
        "{{U|Tổng cục Giáo dục nghề nghiệp}} tổ chức hội nghị tại Hà Nội.",
        "{{U|Vụ Đào tạo chính quy}} đã trình kế hoạch.",
        "{{U|Trường Cao đẳng Cơ khí Nông nghiệp Phù Vân}} tuyển sinh 300 học viên.",
        "Sinh viên {{U|trường Cao đẳng nghề Đồng Xoài}} thực tập tại doanh nghiệp.",
        // A body takes the unit behind it into its name.
        "{{U|Đảng ủy Tổng cục Giáo dục nghề nghiệp}} họp phiên thường kỳ.",
        "{{U|Công đoàn Trường Cao đẳng Cơ khí Phù Vân}} tặng quà.",
        "Chánh {{U|Văn phòng Bộ Giáo dục và Đào tạo}} thông báo.",
        // With a sign between them they are two.
        "{{U|Vụ Kỹ năng nghề}} - {{U|Tổng cục Giáo dục nghề nghiệp}} báo cáo.",
        "{{U|Tổng cục Giáo dục nghề nghiệp}}, {{U|Bộ Lao động - Thương binh và Xã hội}} phối hợp.",
        // Areas.
        "Chủ tịch {{U|UBND tỉnh Quảng Nam}} dự lễ.",
        "Lãnh đạo {{U|UBND tỉnh}} và {{U|Sở Công Thương tỉnh}} cùng dự.",
        // Words in lower case go on as long as they make words of names, and end before verbs.
        "{{U|Vụ Khảo thí chất lượng quốc tế}} đề xuất mở thêm lớp.",
        "{{U|Cục Thi công và Kiểm định chất lượng}} nhận hồ sơ.",
        // A name ends with its country, and before somebody's full name.
        "{{U|Chính phủ Lào}} sang thăm từ ngày 5.",
        "Giám đốc {{U|Sở LĐ-TB-XH TP}} {{P|Nguyễn Văn Khởi}} nói.",
        // A date before it makes no plural.
        "Ngày 18/4, {{U|Trường THPT Mù Cang}} khai giảng.",
        // A department and the ministry behind it are two, unless the registry has them as one.
        "Ông ấy làm ở {{U|Vụ Pháp chế}} {{U|Bộ Công Thương}} mười năm.",
        "Đoàn của {{U|Cục Tài chính Bộ Quốc phòng}} đến thăm.",
        // Alone and definite.
        "Lãnh đạo {{U|Tổng cục}} ghi nhận, các đơn vị báo cáo {{U|Bộ}} trước tháng 12.",
        "Bí thư {{U|Đảng ủy}} phát biểu tại cuộc họp của {{U|Đảng bộ}}.",
      })
  void findsUnits(String marked) {
    assertThat(Sentences.remarked(marked)).isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lãnh đạo các Vụ, Cục, đơn vị và các Bộ, ngành cùng dự Hội nghị.",
        "Một số Chi bộ sinh hoạt chưa đều, nhà trường cần quan tâm.",
        "Tổng cục trưởng, Bộ trưởng và Thủ tướng Chính phủ đã cho ý kiến.",
        "Đại hội Đảng bộ nhiệm kỳ 2025-2030 thành công tốt đẹp.",
        "Hội giảng, Hội thi và Hội thảo diễn ra tại thành phố Hải Phòng, tỉnh Quảng Nam.",
        "Bộ phận một cửa và Ban Giám hiệu đã họp.",
        "Các trường Cao đẳng, trường Trung cấp trên cả nước tuyển sinh.",
        "Cơ quan chức năng và tổ chức chính trị vào cuộc.",
      })
  void leavesGenericWordsOfficesAndEventsAlone(String sentence) {
    assertThat(Sentences.remarked(sentence)).isEqualTo(sentence);
  }
}
