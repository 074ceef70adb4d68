package vn.gdnn.newswire.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page.
 *
 * @param title the window's title
 * @param canonical the page's full address, if it has one to keep
 * @param noindex whether search engines are asked to leave it out
 * @param home address of the list of newest articles
 * @param archive address of the list of months
 * @param search address of the search page
 * @param stylesheet address of the stylesheet
 * @param icon address of the site's mark
 * @param alternates the feeds that are this page's
 * @param siteFeeds the feeds of all
 * @param opml address of the list of all feeds
 * @param api address of the API's description
 * @param atHome whether this is the list of newest articles
 * @param atArchive whether this is the archive
 * @param atSearch whether this is the search page
 */
record Frame(
    String title,
    @Nullable String canonical,
    boolean noindex,
    String home,
    String archive,
    String search,
    String stylesheet,
    String icon,
    List<FeedLink> alternates,
    List<FeedLink> siteFeeds,
    String opml,
    String api,
    boolean atHome,
    boolean atArchive,
    boolean atSearch) {

  /**
   * A feed's address.
   *
   * @param type media type
   * @param title the format's name
   * @param address where it is
   */
  record FeedLink(String type, String title, String address) {}
}
