package vn.gdnn.newswire.delivery.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.support.GenericMessage;
import vn.gdnn.newswire.delivery.EventTooLarge;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.events.InvalidEvent;

class FaultTest {

  private static final List<WorldFaults> FOREIGN =
      List.of(e -> e instanceof IOException, e -> e instanceof ArithmeticException);

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(new WorldFault("away", null), Fault.Blame.WORLD, "failed"),
        Arguments.of(new TimeoutException(), Fault.Blame.WORLD, "failed"),
        Arguments.of(new CommitFailedException(), Fault.Blame.WORLD, "failed"),
        Arguments.of(new IllegalStateException(new IOException()), Fault.Blame.WORLD, "failed"),
        Arguments.of(new ArithmeticException(), Fault.Blame.WORLD, "failed"),
        Arguments.of(
            new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "x"),
            Fault.Blame.INVALID,
            "breaks-schema"),
        Arguments.of(
            new InvalidEvent(InvalidEvent.Reason.UNKNOWN_TYPE, "x"),
            Fault.Blame.INVALID,
            "unknown-type"),
        Arguments.of(new IllegalStateException("x"), Fault.Blame.EVENT, "failed"),
        Arguments.of(new EventTooLarge("t", 2, 1), Fault.Blame.EVENT, "failed"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void findsTheExceptionThatTells_howeverTheFrameworksWrapIt(
      Exception thrown, Fault.Blame blame, String reason) {
    Exception wrapped =
        new ListenerExecutionFailedException(
            "wrapped", new MessageHandlingException(new GenericMessage<>("x"), thrown));

    for (Exception exception : List.of(thrown, wrapped)) {
      Fault fault = Fault.of(exception, FOREIGN);
      assertThat(fault.blame()).isEqualTo(blame);
      assertThat(fault.reason()).isEqualTo(reason);
    }
  }
}
