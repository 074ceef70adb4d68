package vn.gdnn.newswire.publish.push;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.gdnn.newswire.publish.push.outbound.Limits;

/**
 * Settings of what is told to others. Which hubs there are, {@code newswire.feeds.hub} says, since
 * feeds name them too.
 *
 * @param receivers who gets webhooks
 * @param hubWindow how long changes of a feed are gathered before its hubs are told
 * @param topicsPerPing feeds named in one ping, 1 to 100; more than 1 only where the hub knows
 *     several {@code hub.url} in one request
 * @param privateHubs whether the hubs' names may lead to addresses that are not in the open
 *     internet
 * @param limits how long others may take
 * @param backOff how long to wait after failures
 */
@ConfigurationProperties("newswire.push")
public record PushProperties(
    @DefaultValue List<Receiver> receivers,
    @DefaultValue("2s") Duration hubWindow,
    @DefaultValue("1") int topicsPerPing,
    @DefaultValue("false") boolean privateHubs,
    @DefaultValue Limits limits,
    @DefaultValue BackOff backOff) {

  private static final int MOST_RECEIVERS = 50;
  private static final int MOST_TOPICS = 100;

  /** Checks the bounds. */
  public PushProperties {
    receivers = List.copyOf(receivers);
    require(
        receivers.size() <= MOST_RECEIVERS,
        "receivers",
        "are at most " + MOST_RECEIVERS + ": each has a thread");
    require(
        receivers.stream().map(Receiver::name).distinct().count() == receivers.size(),
        "receivers",
        "have a name each");
    require(
        topicsPerPing >= 1 && topicsPerPing <= MOST_TOPICS,
        "topics-per-ping",
        "is a number from 1 to " + MOST_TOPICS);
    require(!hubWindow.isNegative(), "hub-window", "is not negative");
  }

  /**
   * One who gets webhooks.
   *
   * @param name of small letters, digits, dots and dashes; where it stands is kept under it
   * @param url where they are sent to
   * @param secretFile file with the secret to sign with, {@code whsec_…}; while it is being
   *     changed, with the new and the old one, a line each
   * @param from where one begins who was never told of anything: {@code newest}, {@code start}, or
   *     a cursor of {@code /api/changes}
   * @param privateAddress whether its name may lead to an address that is not in the open internet
   */
  public record Receiver(
      @DefaultValue("") String name,
      @DefaultValue("") String url,
      @DefaultValue("") String secretFile,
      @DefaultValue("newest") String from,
      @DefaultValue("false") boolean privateAddress) {

    /** Checks the name and that there is a secret. */
    public Receiver {
      require(
          name.matches("[a-z0-9][a-z0-9.-]{0,63}"),
          "receivers",
          "have a name of small letters, digits, dots and dashes, not \"" + name + "\"");
      require(!secretFile.isBlank(), "receivers." + name + ".secret-file", "is missing");
    }

    /** Without the address: it may be what lets one in. */
    @Override
    public String toString() {
      return "receiver " + name;
    }
  }

  private static void require(boolean holds, String key, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("newswire.push." + key + " " + rule);
    }
  }
}
