package vn.gdnn.newswire.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's page.
 *
 * @param pictureOrigins the sites whose pictures it shows
 * @param data the article as JSON-LD, safe to stand in a data block as it is
 */
record ArticleView(
    Frame frame,
    List<RunView> headline,
    When published,
    @Nullable String signed,
    @Nullable String source,
    @Nullable When corrected,
    @Nullable When updated,
    int revision,
    @Nullable String counts,
    @Nullable String note,
    @Nullable PassageView lead,
    List<PassageView> body,
    List<PictureView> pictures,
    boolean hasPictures,
    List<String> pictureOrigins,
    List<LinkView> files,
    boolean hasFiles,
    List<GroupView> groups,
    boolean hasGroups,
    List<LinkView> ownFeeds,
    boolean hasOwnFeeds,
    String address,
    String data) {

  record PassageView(boolean caption, boolean signature, List<RunView> runs) {

    boolean plain() {
      return !caption && !signature;
    }
  }

  /** A stretch of text; one with a mark is a link. */
  record RunView(String text, boolean lineBreak, @Nullable MarkView mark) {}

  /**
   * A tag in the text.
   *
   * @param number of the mention
   * @param classes for the stylesheet
   * @param entry id of the entity's entry on the page
   * @param tip what it stands for, lines parted by line feeds
   */
  record MarkView(int number, String classes, String entry, String tip) {}

  /**
   * Entities of one kind.
   *
   * @param more says how many others there are, if any
   * @param all where all of them stand
   */
  record GroupView(String title, List<EntryView> entries, @Nullable String more, String all) {}

  /** An entity with every place where the text names it. */
  record EntryView(
      String id,
      String kind,
      String page,
      String name,
      List<String> lines,
      List<PlaceView> places,
      boolean hasPlaces) {}

  /** The n-th place where it is named is that mention. */
  record PlaceView(int ordinal, int mention) {}

  /** A link in a list; {@code comma} parts it from the next. */
  record LinkView(String address, String words, @Nullable String hint, boolean comma) {}

  /**
   * A picture.
   *
   * @param shown whether it is shown; else it is linked
   */
  record PictureView(String address, @Nullable String caption, boolean shown) {

    /** What stands for it where it can't be seen. */
    String alt() {
      return caption == null ? "" : caption;
    }
  }

  /** The notice that stands at a withdrawn article's address. */
  record WithdrawnView(Frame frame, When published, When withdrawn, @Nullable String reason) {}
}
