package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void ports_areTheDesigns_unlessSet() {
    Settings settings = new Settings(Map.of("PUBLISH_PORT", "18083", "INGEST_PORT", ""));
    assertThat(settings.port(Settings.KAFKA_PORT)).isEqualTo(9092);
    assertThat(settings.port(Settings.MONGODB_PORT)).isEqualTo(27017);
    assertThat(settings.url("ingest")).isEqualTo("http://127.0.0.1:8081");
    assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:18083");
    assertThat(settings.managementPort("enrich")).isEqualTo(9082);
  }

  @Test
  void publicUrl_isItsOwnSetting() {
    assertThat(new Settings(Map.of("PUBLIC_URL", "https://tin.example.vn")).publicUrl())
        .isEqualTo("https://tin.example.vn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "65536", "-1", "80 81"})
  void whatIsNoPort_isRefusedByName(String given) {
    Settings settings = new Settings(Map.of("INGEST_PORT", given));
    assertThatThrownBy(() -> settings.port("INGEST_PORT"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("INGEST_PORT")
        .hasMessageContaining(given);
  }
}
