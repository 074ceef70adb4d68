package vn.gdnn.newswire.enrich.preview;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.InternalKeyFilter;

/** Puts two gates before the preview: the key is asked for before a body is measured. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

  private static final int FIRST = 10;

  @Bean
  FilterRegistrationBean<InternalKeyFilter> internalKey(
      @Value("${newswire.enrich.internal-key-file:}") String keyFile) {
    return before(new InternalKeyFilter(keyFile), FIRST);
  }

  @Bean
  FilterRegistrationBean<DraftLimit> draftLimit() {
    return before(new DraftLimit(), FIRST + 1);
  }

  private static <T extends Filter> FilterRegistrationBean<T> before(T filter, int order) {
    FilterRegistrationBean<T> gate = new FilterRegistrationBean<>(filter);
    // The container compares decoded paths, so no other spelling of the address goes past.
    gate.addUrlPatterns("/api/tag", "/api/tag/*");
    gate.setOrder(order);
    return gate;
  }
}
