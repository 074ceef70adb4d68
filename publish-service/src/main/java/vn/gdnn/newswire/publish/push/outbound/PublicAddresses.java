package vn.gdnn.newswire.publish.push.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie in the open internet. Everything that the IANA registries of special-purpose
 * addresses (RFC 6890) keep for machines, sites, carriers, documentation or tests does not: a name
 * that leads there could make us speak to a neighbour of ours in our own voice.
 */
public final class PublicAddresses {

  private static final List<Block> NOT_PUBLIC_V4 =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4));

  private static final Block GLOBAL_V6 = Block.of("2000::", 3);
  private static final List<Block> NOT_PUBLIC_V6 =
      List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("3fff::", 20));

  /** Addresses that hold one of IPv4: 6to4 from its third byte on, NAT64 in its last four. */
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

  private static final Block NAT64 = Block.of("64:ff9b::", 96);

  private PublicAddresses() {}

  /** Whether an address lies in the open internet. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublicV4(bytes);
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
    }
    if (NAT64.holds(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return GLOBAL_V6.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  private static boolean isPublicV4(byte[] bytes) {
    return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(bytes));
  }

  /** Addresses that begin with the same bits. */
  private record Block(byte[] first, int bits) {

    static Block of(String first, int bits) {
      try {
        return new Block(InetAddress.getByName(first).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(first, e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
