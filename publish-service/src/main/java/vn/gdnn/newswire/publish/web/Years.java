package vn.gdnn.newswire.publish.web;

/** The years that a request may name: stores cannot hold all that Java can read. */
public final class Years {

  private Years() {}

  /** Whether it is from 1 to 9999, the years that ISO 8601 writes with four digits. */
  public static boolean mayBeAsked(int year) {
    return year >= 1 && year <= 9999;
  }
}
