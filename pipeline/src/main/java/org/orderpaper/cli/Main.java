package org.orderpaper.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.scan.ScanException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
    name = "orderpaper",
    description =
        "Reads the papers of a party's local units and ranks the items that a person should read.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      ScanCommand.class,
      SearchCommand.class,
      WhyCommand.class,
      WhyNotCommand.class,
      DecideCommand.class,
      ArchiveCommand.class,
      RulesCommand.class,
      EvaluateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:findings at or above --fail-on",
      "2:wrong usage or configuration, or no rule could be loaded; nothing was scanned",
      "3:done, but a file that should be readable could not be checked, or a rule could not run",
      "4:a fault of the program or of the machine",
      "69:no JDK 25",
      "130:interrupted"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Held here, because a logger that nothing holds forgets its level. */
  private static final Logger LIBRARIES = Logger.getLogger("");

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    // Libraries may log words of documents, and notes on their own set-up that help no officer.
    LIBRARIES.setLevel(Level.OFF);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, command, parsed) -> reported(fault, command));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command, for example: scan FOLDER");
  }

  private static int reported(Exception fault, CommandLine command) {
    return switch (fault) {
      case ScanException scan ->
          refused(
              command, scan.getMessage(), scan.isInternal() ? ExitCode.INTERNAL : ExitCode.USAGE);
      case ArchiveException archive ->
          refused(
              command,
              archive.getMessage(),
              archive.isWhileWriting() ? ExitCode.INTERNAL : ExitCode.USAGE);
      case RefusedException refused -> refused(command, refused.getMessage(), ExitCode.USAGE);
      default -> {
        command.getErr().println("orderpaper: a fault of the program; please report these lines:");
        fault.printStackTrace(command.getErr());
        yield ExitCode.INTERNAL;
      }
    };
  }

  private static int refused(CommandLine command, @Nullable String message, int code) {
    command.getErr().println("orderpaper: " + message);
    return code;
  }

  /** The version, from the manifest of the jar. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"orderpaper " + number()};
    }

    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
