package vn.gdnn.newswire.ingest.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param keyFile path of the file that holds the one key; empty lets nobody in
 * @param keyName who holds that key: the source of a draft that names none
 */
@ConfigurationProperties("newswire.ingest.access")
public record AccessProperties(
    @DefaultValue("") String keyFile, @DefaultValue("gdnn.gov.vn") String keyName) {}
