package vn.gdnn.newswire.enrich.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.enrich.Sentences;

class PlanTaggerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Numbered.
        "Theo {{L|Nghị định số 15/2019/NĐ-CP}} ngày 01/02/2019, mức thu được giữ nguyên.",
        "Thực hiện {{L|Nghị định 15/2019/NĐ-CP}} và {{L|Thông tư số 42/2015/TT-BLĐTBXH}}.",
        "{{L|Chỉ thị số 24/CT-TTg}} đề ra giải pháp.",
        "{{L|Nghị quyết số 29-NQ/TW}} về đổi mới căn bản.",
        "{{L|Công văn số 1103/TCGDNN-ĐTCQ}} hướng dẫn tuyển sinh.",
        "{{L|Thông tư liên tịch số 39/2015/TTLT-BLĐTBXH-BGDĐT-BNV}} còn hiệu lực.",
        "Theo {{L|thông tư 08-2017}} của {{U|Bộ LĐ-TB&XH}}.",
        "{{L|Nghị quyết 29}} của {{U|Trung ương Đảng}} khẳng định.",
        "{{L|Quyết định số 2222/QĐ-TTg}} phê duyệt {{L|Chương trình chuyển đổi số trong giáo dục nghề"
            + " nghiệp đến năm 2025, định hướng đến năm 2030}}.",
        // Named.
        "{{L|Luật Giáo dục nghề nghiệp}} và {{L|Bộ luật Lao động 2019}} quy định.",
        "{{L|Luật Việc làm (sửa đổi)}} được góp ý.",
        "{{L|Luật sửa đổi, bổ sung một số điều của Luật Giáo dục}} có hiệu lực.",
        "Góp ý {{L|Đề án “Nâng tầm kỹ năng thanh niên vùng biển”}} tại hội thảo.",
        "Trình {{L|Chiến lược phát triển nghề biển giai đoạn 2030 - 2040, tầm nhìn đến năm 2050}}"
            + " trong quý này.",
        "Dự thảo {{L|Nghị định về thời giờ làm việc của nhà giáo}} đang được lấy ý kiến.",
        "{{L|Nghị quyết Đại hội XIII}} nhấn mạnh nhân tố con người.",
        "Theo {{L|Luật số 34/2018/QH14}}, trường tự chủ.",
      })
  void findsPlans(String marked) {
    assertThat(Sentences.remarked(marked)).isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Công tác xây dựng văn bản, đề án được triển khai; kế hoạch năm 2020 đã xong.",
        "Quyết định có hiệu lực từ hôm nay, dự thảo Thông tư còn lấy ý kiến.",
        "Các Nghị quyết, Kết luận đã được quán triệt.",
        "Chương trình đào tạo gồm 30 tín chỉ, Kế hoạch 5 năm đã được bàn.",
        "Đề án sẽ trình trong tháng 6.",
      })
  void leavesGenericWordsAlone(String sentence) {
    assertThat(Sentences.remarked(sentence)).isEqualTo(sentence);
  }

  @Test
  void givesANumberedPlanOneId_howeverItIsWritten() {
    assertThat(
            Sentences.ids(
                "Nghị định 15/2019/NĐ-CP, Nghị định số 15/2019/NĐ-CP, nghị định số 15 /2019/ NĐ-CP"))
        .containsExactly("nghi-dinh-15-2019-nd-cp");
    assertThat(Sentences.ids("Theo Công văn số 7/XYZ-ABC thì"))
        .containsExactly("cong-van-7-xyz-abc");
  }
}
