package vn.gdnn.newswire.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.faces.FacesTest;

@FacesTest
class ApiPageTest {

  private static final Pattern FOR_PROGRAMS = Pattern.compile("/(api|feeds|sitemap|robots)\\b.*");

  @Autowired private MockMvc mvc;
  @Autowired private RequestMappingHandlerMapping mappings;

  private byte[] bytes(String address) throws Exception {
    return mvc.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
  }

  private JsonNode openApi() throws Exception {
    return JsonMapper.shared().readTree(bytes("/api/openapi.json"));
  }

  @Test
  void describesEveryAddressForProgramsAndNoOther() throws Exception {
    Set<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(pattern -> FOR_PROGRAMS.matcher(pattern).matches())
                    .map(pattern -> pattern.replaceAll("\\{(\\w+):.*?\\}(?=[./])", "{$1}"))
                    .map(pattern -> pattern.replace("{suffix}", "{format}"))
                    .forEach(served::add));
    Set<String> described = new TreeSet<>();
    openApi().get("paths").propertyNames().forEach(described::add);
    assertThat(described).isEqualTo(served);
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode root = openApi();
    for (String reference : root.findValuesAsString("$ref")) {
      assertThat(
              reference.startsWith("http://www.iptc.org/")
                  || root.at(reference.substring(1)).isObject())
          .as(reference)
          .isTrue();
    }
  }

  @Test
  void isThereToRead() throws Exception {
    Document page = Jsoup.parse(new String(bytes("/api"), StandardCharsets.UTF_8));
    assertThat(page.select("main code").eachText())
        .contains("GET /api/changes/stream")
        .hasSize(openApi().get("paths").size());
    assertThat(page.text()).contains("Be told of each change", "webhook-signature", "429");
  }
}
