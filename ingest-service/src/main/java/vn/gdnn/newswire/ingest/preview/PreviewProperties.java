package vn.gdnn.newswire.ingest.preview;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where drafts are tagged for a preview.
 *
 * @param enrichUrl address of enrich
 * @param internalKeyFile path of the file that holds the services' own key
 * @param timeout longest time that enrich may take for a draft
 * @param atOnce the most drafts that enrich is asked about at once; others are told to come back
 */
@ConfigurationProperties("newswire.ingest.preview")
record PreviewProperties(
    @DefaultValue("http://127.0.0.1:8082") URI enrichUrl,
    @DefaultValue("") String internalKeyFile,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("4") int atOnce) {}
