package vn.gdnn.newswire.browser;

import vn.gdnn.newswire.publish.faces.Samples;

/** Every kind of page, and the hard cases of each. */
enum PageKind {
  HOME("/"),
  ARTICLE("/articles/" + Samples.seedWithDateLine().id()),
  ARTICLE_WITH_SIGNATURE("/articles/" + Samples.seedWithoutDateLine().id()),
  CORRECTED(HardCases.CORRECTED),
  LONG_HEADLINE(HardCases.LONG_HEADLINE),
  HOSTILE(HardCases.HOSTILE),
  SIXTY_TAGS(HardCases.SIXTY_TAGS),
  LONG_NAMES(HardCases.LONG_NAMES),
  NO_TAGS(HardCases.NO_TAGS),
  UNBROKEN(HardCases.UNBROKEN),
  WITHDRAWN("/articles/" + Samples.id(HardCases.WITHDRAWN), 410),
  PERSON("/people/truong-anh-dung"),
  PERSON_LONG_NAME("/people/ten-rat-dai"),
  PERSON_UNKNOWN("/people/x-0000000001"),
  UNIT("/units/tong-cuc-giao-duc-nghe-nghiep"),
  UNIT_UNBROKEN("/units/don-vi-lien-chu"),
  PLAN("/plans/chi-thi-24-ct-ttg"),
  ARCHIVE("/archive"),
  MONTH("/archive/2019-09"),
  SEARCH("/search"),
  SEARCH_FOUND("/search?q=dao%20tao"),
  SEARCH_EMPTY("/search?q=zzzz"),
  SEARCH_WRONG("/search?q=mau&from=homqua", 400),
  NOT_FOUND("/khong-co", 404),
  API("/api");

  private final String path;
  private final int status;

  PageKind(String path) {
    this(path, 200);
  }

  PageKind(int sample) {
    this("/articles/" + Samples.id(sample));
  }

  PageKind(String path, int status) {
    this.path = path;
    this.status = status;
  }

  String path() {
    return path;
  }

  int status() {
    return status;
  }

  String fileName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
