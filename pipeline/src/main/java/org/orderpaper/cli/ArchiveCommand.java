package org.orderpaper.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.ArchiveAccount;
import org.orderpaper.archive.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code archive check}: works on the archive itself. */
@Command(name = "archive", mixinStandardHelpOptions = true, description = "Checks the archive.")
final class ArchiveCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one: check");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Checks that the index is sound and the ledger adds up, and says what the archive holds.",
        "Names every fault in a line and ends with 3 if there is one. A scan at work is not"
            + " disturbed: what it has committed is checked."
      })
  int check(@Mixin Places places) throws ArchiveException {
    ArchiveAccount account = ArchiveAccount.of(places.archive());
    PrintWriter out = spec.commandLine().getOut();
    if (account.beingWritten()) {
      out.println("A scan is at work on this archive; checked is what it has committed.");
    }
    out.println("Files: " + account.files() + ", with " + account.parts() + " parts in them");
    account.states().forEach((state, count) -> out.println("  " + state.word() + ": " + count));
    account
        .notChecked()
        .forEach((reason, count) -> out.println("    " + reason.word() + ": " + count));
    out.println("Business items: " + account.items());
    out.println("Entries about them: " + account.entries());
    out.println("Last completed scan: " + orNone(account.lastScan()));
    out.println("Scan begun and not completed: " + orNone(account.openScan()));
    account.faults().forEach(fault -> out.println("fault: " + fault));
    out.println(account.faults().isEmpty() ? "The archive is sound." : "The archive has faults.");
    return account.faults().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static String orNone(@Nullable String scan) {
    return scan == null ? "none" : scan;
  }
}
