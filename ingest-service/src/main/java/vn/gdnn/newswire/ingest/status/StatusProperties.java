package vn.gdnn.newswire.ingest.status;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where journeys are asked for.
 *
 * @param publishUrl address of publish
 * @param internalKeyFile path of the file that holds the services' own key
 * @param timeout longest time that publish may take beyond the wait asked for
 * @param waitingAtOnce the most requests that may wait for an outcome at once; others are answered
 *     without waiting
 */
@ConfigurationProperties("newswire.ingest.status")
public record StatusProperties(
    @DefaultValue("http://127.0.0.1:8083") URI publishUrl,
    @DefaultValue("") String internalKeyFile,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("12") int waitingAtOnce) {}
