package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Moved;

/** Serves {@code GET /api/people/{id}}, {@code /api/units/{id}} and {@code /api/plans/{id}}. */
@Controller
class EntityController {

  private final News news;
  private final Json json;
  private final Addresses addresses;

  EntityController(News news, Json json, Addresses addresses) {
    this.news = news;
    this.json = json;
    this.addresses = addresses;
  }

  @GetMapping("/api/{section:people|units|plans}/{id}")
  void entity(
      @PathVariable String section,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    new Parameters(request, Set.of());
    Kind kind = Addresses.kind(section);
    RegistryRecord known = news.registry(kind, id).orElse(null);
    if (known instanceof RegistryMove moved) {
      Moved.to(addresses.apiEntity(moved.kind(), moved.to()), response);
      return;
    }
    Entity named = news.entity(kind, id).orElse(null);
    RegistryEntity registry = known instanceof RegistryEntity entity ? entity : null;
    if (named == null && registry == null) {
      throw new Problem.Refused(
          Problem.of(
              HttpStatus.NOT_FOUND,
              "unknown-entity",
              "Unknown entity",
              "The registry does not know it, and no article that can be read ever named it."));
    }
    json.send(answer(kind, id, named, registry), HttpStatus.OK.value(), request, response);
  }

  private Answer answer(
      Kind kind, String id, @Nullable Entity named, @Nullable RegistryEntity registry) {
    return new Answer(
        kind,
        id,
        registry != null ? registry.name() : named == null ? "" : named.name(),
        registry != null || (named != null && named.known()),
        named == null ? 0 : named.articles(),
        named == null ? null : named.firstSeen(),
        named == null ? null : named.lastSeen(),
        addresses.absolute(addresses.entity(kind, id)),
        registry);
  }

  /**
   * An entity.
   *
   * @param name the registry's name, else the one in the newest entry that names it
   * @param known whether the registry knows it
   * @param articles how many articles that readers may see name it now
   * @param firstSeen earliest date of an article that named it
   * @param lastSeen latest date of an article that named it
   * @param page its page for people
   * @param registry what the registry knows of it
   */
  record Answer(
      Kind kind,
      String id,
      String name,
      boolean known,
      int articles,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      String page,
      @Nullable RegistryEntity registry) {}
}
