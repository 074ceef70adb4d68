package vn.gdnn.newswire.publish.readership.report;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gdnn.newswire.http.Problem;

/** Who has an article's last change, for the services that show their own key. */
@RestController
class ReadersController {

  private final ReaderReports reports;

  ReadersController(ReaderReports reports) {
    this.reports = reports;
  }

  @GetMapping("/internal/articles/{id}/readers")
  ArticleReaders readers(@PathVariable UUID id) {
    return reports
        .of(id)
        .orElseThrow(
            () ->
                new Problem.Refused(
                    Problem.notFound("Readers never saw an article with this id.")));
  }
}
