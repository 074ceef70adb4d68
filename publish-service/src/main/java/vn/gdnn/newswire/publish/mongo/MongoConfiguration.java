package vn.gdnn.newswire.publish.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.publish.journey.Journeys;
import vn.gdnn.newswire.publish.keeper.KeptNews;
import vn.gdnn.newswire.publish.push.Standings;
import vn.gdnn.newswire.publish.push.websub.TouchedFeeds;
import vn.gdnn.newswire.publish.readership.ArticleChanges;
import vn.gdnn.newswire.publish.readership.Followings;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.UnknownNames;
import vn.gdnn.newswire.publish.registry.KeptRegistry;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revisions;

/** Connects lazily: a store that is away makes the service unhealthy, not absent. */
@Configuration
class MongoConfiguration {

  private static final String DATABASE = "newswire";

  @Bean(destroyMethod = "close")
  MongoClient mongoClient(@Value("${newswire.mongodb-uri}") ConnectionString uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applicationName("publish-service")
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
            // Last: what the address says wins.
            .applyConnectionString(uri)
            .build());
  }

  @Bean
  Store store(MongoClient client, @Value("${newswire.mongodb-uri}") ConnectionString uri) {
    String database = uri.getDatabase();
    return new Store(client.getDatabase(database == null ? DATABASE : database));
  }

  @Bean
  Heads heads(Store store) {
    return new MongoHeads(store);
  }

  @Bean
  Revisions revisions(Store store) {
    return new MongoRevisions(store);
  }

  @Bean
  KeptNews keptNews(Store store) {
    return new MongoKeptNews(store);
  }

  @Bean
  Journeys journeys(Store store) {
    return new MongoJourneys(store);
  }

  @Bean
  LargeRecords largeRecords() {
    return new LargeRecords();
  }

  @Bean
  News news(Store store, LargeRecords large) {
    return new MongoNews(store, large);
  }

  @Bean
  Standings standings(Store store) {
    return new MongoStandings(store);
  }

  @Bean
  TouchedFeeds touchedFeeds(Store store, LargeRecords large) {
    return new MongoTouchedFeeds(store, large);
  }

  @Bean
  Followings followings(Store store) {
    return new MongoFollowings(store);
  }

  @Bean
  ArticleChanges articleChanges(Store store) {
    return new MongoArticleChanges(store);
  }

  @Bean
  KeptRegistry keptRegistry(Store store) {
    return new MongoKeptRegistry(store);
  }

  @Bean
  UnknownNames unknownNames(Store store) {
    return new MongoUnknownNames(store);
  }
}
