package org.orderpaper.extract;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps the processes that open documents away from any network. */
final class Isolation {

  /** Ways to start a program in a network of its own that has no devices, the plainest first. */
  private static final List<List<String>> OWN_NETWORK =
      List.of(
          List.of("unshare", "--net", "--"), List.of("unshare", "--map-root-user", "--net", "--"));

  private static final class Prefix {
    static final List<String> OF_THIS_MACHINE =
        OWN_NETWORK.stream().filter(Isolation::works).findFirst().orElse(List.of());
  }

  private Isolation() {}

  /**
   * The words to put before a command so that it has no network. Empty where the machine offers no
   * such thing, as outside Linux; then {@link #refuseSockets()} is all there is.
   */
  static List<String> prefix() {
    return Prefix.OF_THIS_MACHINE;
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new java.util.ArrayList<>(prefix);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** From now on this process opens no socket by way of {@code java.net}. */
  @SuppressWarnings("deprecation") // Nothing else covers sockets that a library makes.
  static void refuseSockets() throws IOException {
    Socket.setSocketImplFactory(Isolation::refused);
    ServerSocket.setSocketFactory(Isolation::refused);
  }

  private static java.net.SocketImpl refused() {
    throw new SecurityException("documents have no network");
  }
}
