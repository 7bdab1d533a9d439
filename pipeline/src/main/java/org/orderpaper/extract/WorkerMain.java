package org.orderpaper.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderpaper.extract.Wire.Word;
import org.orderpaper.model.ExtractedPart;

/**
 * The program of a worker process: reads requests from its standard input, one at a time, and
 * answers part by part on its standard output. It ends when its input does, so that no worker
 * outlives the program that started it.
 */
final class WorkerMain {

  /** Parsers follow nested structures by recursion. */
  private static final long STACK_BYTES = 16L << 20;

  /** Held here, because a logger that nothing holds forgets its level. */
  private static final Logger LIBRARIES = Logger.getLogger("");

  private static volatile boolean busy;

  private WorkerMain() {}

  public static void main(String[] arguments) throws IOException {
    OutputStream channel = new FileOutputStream(FileDescriptor.out);
    // A library that prints would garble the channel, and might print words of a document.
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    LIBRARIES.setLevel(Level.OFF);
    Isolation.refuseSockets();
    BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(null, () -> readAll(requests, channel), "extract", STACK_BYTES);
    reader.setDaemon(true);
    reader.start();
    receive(requests);
    end();
  }

  private static void receive(BlockingQueue<Request> requests) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
      while (true) {
        Request request = Request.readFrom(in);
        busy = true;
        requests.add(request);
      }
    } catch (IOException _) {
      // The other side has closed the channel or is gone.
    }
  }

  /** Nobody waits for an answer any more. */
  private static void end() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    if (busy) {
      // Whatever the parser does cannot be waited for.
      Runtime.getRuntime().halt(0);
    }
    System.exit(0);
  }

  private static void readAll(BlockingQueue<Request> requests, OutputStream channel) {
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(channel, 1 << 16));
    PrivateFolder temporary = new PrivateFolder(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Wire.writeConstant(out, Word.READY);
      out.flush();
      while (true) {
        Request request = requests.take();
        Word last = Word.DONE;
        try {
          extractor.extract(request, new Answers(out));
        } catch (OcrPostponedException _) {
          last = Word.POSTPONED;
        }
        temporary.empty();
        busy = false;
        Wire.writeConstant(out, last);
        out.flush();
      }
    } catch (InterruptedException | IOException | UncheckedIOException _) {
      Runtime.getRuntime().halt(1);
    }
  }

  /**
   * Sends what is known before the next part begins, so that it survives what may kill a worker.
   */
  private record Answers(DataOutputStream out) implements PartSink {

    @Override
    public void begin(int ordinal, String path) {
      send(() -> {
        Wire.writeConstant(out, Word.BEGIN);
        out.writeInt(ordinal);
        Wire.writeString(out, path);
        if (ordinal > 0) {
          out.flush();
        }
      });
    }

    @Override
    public void alive() {
      send(() -> {
        Wire.writeConstant(out, Word.ALIVE);
        out.flush();
      });
    }

    @Override
    public void end(ExtractedPart part) {
      send(() -> {
        Wire.writeConstant(out, Word.PART);
        Wire.write(out, part);
      });
    }

    private interface Sending {
      void run() throws IOException;
    }

    /** A channel that is broken ends the worker; parsers must not catch it as a fault of theirs. */
    private static void send(Sending sending) {
      try {
        sending.run();
      } catch (IOException _) {
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
