package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

  /** Knocks at a port in three ways, started as a worker is, and prints which of them opened. */
  static final class Knocker {

    private interface Knock {
      void at(int port) throws Exception;
    }

    public static void main(String[] arguments) throws IOException {
      Isolation.refuseSockets();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
      int port = Integer.parseInt(in.readLine());
      tell("socket", at -> new Socket(InetAddress.getLoopbackAddress(), at).close(), port);
      tell("name", at -> InetAddress.getAllByName("orderpaper.example"), port);
      tell(
          "channel",
          at ->
              SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), at))
                  .close(),
          port);
    }

    private static void tell(String name, Knock knock, int port) {
      String result;
      try {
        knock.at(port);
        result = "opened";
      } catch (Exception e) {
        result = "refused";
      }
      System.out.println(name + " " + result);
    }
  }

  @TempDir private Path folder;

  private List<String> knock(int port) throws IOException {
    Process process = WorkerCommand.start(ContainmentLimits.defaults(), folder, Knocker.class);
    process.getOutputStream().write((port + "\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
        .lines()
        .toList();
  }

  @Test
  void aWorkerReachesNoSocketAndLooksUpNoName() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(knock(server.getLocalPort())).contains("socket refused", "name refused");
    }
  }

  @Test
  void aWorkerHasNoNetworkWhereTheMachineCanTakeItAway() throws IOException {
    assumeFalse(Isolation.prefix().isEmpty(), "needs unshare, and leave to use it");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(knock(server.getLocalPort()))
          .containsExactly("socket refused", "name refused", "channel refused");
    }
  }
}
