package vn.gdnn.newswire.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.ArticleCursor;
import vn.gdnn.newswire.publish.web.ErrorPage;
import vn.gdnn.newswire.publish.web.Representation;
import vn.gdnn.newswire.publish.web.SafetyHeaders;

/** Serves the pages. */
@Controller
class PageController {

  private final News news;
  private final ListPages lists;
  private final ArchivePages archive;
  private final ArticlePages articles;
  private final Templates templates;
  private final ErrorPage errorPage;

  PageController(
      News news,
      ListPages lists,
      ArchivePages archive,
      ArticlePages articles,
      Templates templates,
      ErrorPage errorPage) {
    this.news = news;
    this.lists = lists;
    this.archive = archive;
    this.articles = articles;
    this.templates = templates;
    this.errorPage = errorPage;
  }

  @GetMapping("/")
  void home(
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request,
      HttpServletResponse response) {
    templates.render("home", lists.home(position(cursor))).send(request, response);
  }

  @GetMapping("/articles/{id}")
  void article(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    Optional<Page> found = uuid(id).flatMap(known -> news.article(known, this::page));
    if (found.isEmpty()) {
      notFound(request, response);
    } else {
      SafetyHeaders.allowImages(found.get().imageOrigins(), response);
      found.get().html().send(found.get().status().value(), request, response);
    }
  }

  private Page page(Document document) {
    if (document.status() == Document.Status.WITHDRAWN) {
      return new Page(
          HttpStatus.GONE, templates.render("withdrawn", articles.withdrawn(document)), List.of());
    }
    ArticleView view = articles.article(document);
    return new Page(HttpStatus.OK, templates.render("article", view), view.pictureOrigins());
  }

  private record Page(HttpStatus status, Representation html, List<String> imageOrigins) {}

  @GetMapping("/{section:people|units|plans}/{id}")
  void entity(
      @PathVariable String section,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request,
      HttpServletResponse response) {
    ArticleQuery.Position after = position(cursor);
    Optional<Entity> found = news.entity(Addresses.kind(section), id);
    if (found.isEmpty()) {
      notFound(request, response);
    } else {
      templates.render("entity", lists.entity(found.get(), after)).send(request, response);
    }
  }

  @GetMapping("/archive")
  void archive(HttpServletRequest request, HttpServletResponse response) {
    templates.render("archive", archive.all()).send(request, response);
  }

  @GetMapping("/archive/{month:[0-9]{4}-(?:0[1-9]|1[0-2])}")
  void month(
      @PathVariable String month,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<ArchiveView> found = archive.month(YearMonth.parse(month), position(cursor));
    if (found.isEmpty()) {
      notFound(request, response);
    } else {
      templates.render("archive", found.get()).send(request, response);
    }
  }

  @GetMapping("/search")
  void search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request,
      HttpServletResponse response) {
    ListViews.SearchView view = lists.search(new ListPages.Question(q, from, to, position(cursor)));
    boolean wrong = view.fromError() != null || view.toError() != null;
    HttpStatus status = wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
    templates.render("search", view).send(status.value(), request, response);
  }

  private void notFound(HttpServletRequest request, HttpServletResponse response) {
    errorPage.of(HttpStatus.NOT_FOUND).send(HttpStatus.NOT_FOUND.value(), request, response);
  }

  private static Optional<UUID> uuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ArticleQuery.@Nullable Position position(@Nullable String cursor) {
    try {
      return cursor == null ? null : ArticleCursor.position(cursor);
    } catch (IllegalArgumentException e) {
      throw new Problem.Refused(Problem.notFound("No page of this list begins there."));
    }
  }
}
