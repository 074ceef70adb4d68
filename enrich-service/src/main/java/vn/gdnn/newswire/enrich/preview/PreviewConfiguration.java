package vn.gdnn.newswire.enrich.preview;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the gate before the preview. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

  @Bean
  FilterRegistrationBean<TagGate> tagGate(
      JsonMapper mapper, @Value("${newswire.enrich.internal-key-file:}") String keyFile) {
    FilterRegistrationBean<TagGate> gate =
        new FilterRegistrationBean<>(new TagGate(new InternalKey(keyFile), mapper));
    // The container compares decoded paths, so no other spelling of the address goes past.
    gate.addUrlPatterns("/api/tag", "/api/tag/*");
    return gate;
  }
}
