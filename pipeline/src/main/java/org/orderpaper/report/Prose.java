package org.orderpaper.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Finding;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Limb;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Modality;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Votes;

/** How values read in the pages: plain words, the same on every machine. */
final class Prose {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Prose() {}

  static String day(@Nullable LocalDate date) {
    return date == null ? "date unknown" : DAY.format(date);
  }

  /** {@code 1 file}, {@code 12,345 files}. */
  static String count(int number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A word of the vocabulary with spaces. */
  static String plain(VocabularyWord constant) {
    return constant.word().replace('-', ' ');
  }

  static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code draft minutes}, {@code agenda}. */
  static String paper(Meeting meeting) {
    String kind = meeting.kind() == DocumentKind.EMAIL ? "e-mail" : plain(meeting.kind());
    return meeting.status() == PaperStatus.UNSTATED ? kind : plain(meeting.status()) + " " + kind;
  }

  /** {@code in the draft minutes}, {@code on the agenda}. */
  static String inPaper(Meeting meeting) {
    return switch (meeting.kind()) {
      case MINUTES -> "in the " + paper(meeting);
      case AGENDA -> "on the " + paper(meeting);
      case MOTION_PAPER, STATEMENT, NEWSLETTER -> "in a " + plain(meeting.kind());
      case EMAIL -> "in an e-mail";
      case SOCIAL -> "in a post";
      case RULES -> "in rules";
      case OTHER -> "in another paper";
    };
  }

  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case FELL_NO_SECONDER -> "fell for want of a seconder";
      case NEXT_BUSINESS -> "passed over for next business";
      case RULED_OUT -> "ruled out and not heard";
      case RULING_OVERTURNED -> "ruled out, ruling overturned, then debated";
      case RULED_OUT_YET_DISCUSSED -> "ruled out, yet discussed";
      case TABLED_ONLY -> "on an agenda, meeting not reported";
      case SUBMITTED_ONLY -> "submitted, nothing further known";
      case NOT_RECORDED -> "outcome not recorded";
      case CARRIED,
          CARRIED_AS_AMENDED,
          DEFEATED,
          REMITTED,
          REFERRED,
          DEFERRED,
          WITHDRAWN,
          NOT_REACHED,
          NOTED,
          PUBLISHED ->
          plain(outcome);
    };
  }

  /** {@code 23 for, 4 against}, or null when nothing is stated. */
  static @Nullable String votes(Votes votes) {
    String sign = votes.percent() ? "\u00A0%" : "";
    List<String> parts = new ArrayList<>(3);
    addVotes(parts, Words.decimal(votes.inFavour()), sign + " for");
    addVotes(parts, Words.decimal(votes.against()), sign + " against");
    addVotes(parts, Words.decimal(votes.abstentions()), sign + " abstaining");
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static void addVotes(List<String> parts, @Nullable String number, String side) {
    if (number != null) {
      parts.add(number + side);
    }
  }

  static String act(Act act) {
    return switch (act) {
      case AGENDA -> "printed it on an agenda or meeting paper";
      case DISCUSS -> "debated it";
      case PASS -> "carried it";
      case PUBLISH -> "published it";
      case AFFILIATE -> "affiliated, or renewed an affiliation";
      case DONATE -> "gave money or subscribed";
      case MEET -> "met in a closed period";
    };
  }

  /** What a limb forbids, as a gerund: {@code must not: discussing}. */
  static String forbidding(Act act) {
    return switch (act) {
      case AGENDA -> "putting it on an agenda";
      case DISCUSS -> "discussing it";
      case PASS -> "passing it";
      case PUBLISH -> "publishing it";
      case AFFILIATE -> "affiliating";
      case DONATE -> "donating or subscribing";
      case MEET -> "meeting";
    };
  }

  static String temporal(@Nullable Temporal temporal) {
    return switch (temporal) {
      case IN_FORCE -> "in force that day";
      case SAME_DAY -> "sent that same day";
      case PRE_INSTRUCTION -> "not yet sent on the day of the meeting";
      case LAPSED -> "no longer in force that day";
      case DATE_UNKNOWN -> "the day of the meeting is unknown";
      case null -> "no instruction is measured against the date";
    };
  }

  /** What a severity means in general. */
  static String severity(int severity) {
    return switch (severity) {
      case 4 -> "expressly forbidden, and carried or published";
      case 3 -> "forbidden and discussed, or advised against and carried";
      case 2 -> "scheduled, or otherwise short of that";
      case 1 -> "the topic matches, but nothing forbidden is shown";
      default -> "for the record";
    };
  }

  /** What the severity of a finding means for this item. */
  static String meaning(Finding finding, @Nullable Limb limb, Outcome outcome) {
    return switch (finding.severity()) {
      case 4, 3 -> footing(finding, limb) + ", " + outcome(outcome);
      case 2 -> meaningOfTwo(finding, limb, outcome);
      case 1 -> meaningOfOne(finding, limb) + "; " + outcome(outcome);
      default -> "for the record; " + outcome(outcome);
    };
  }

  private static String footing(Finding finding, @Nullable Limb limb) {
    if (finding.instruction() == null) {
      return "no text forbids it";
    }
    return limb != null && limb.modality() == Modality.ADVISED_NOT
        ? "advised against"
        : "expressly forbidden";
  }

  private static String meaningOfTwo(Finding finding, @Nullable Limb limb, Outcome outcome) {
    if (outcome == Outcome.TABLED_ONLY) {
      return "scheduled to be discussed";
    }
    return finding.limb() == Act.AGENDA
        ? "forbidden on an agenda, " + outcome(outcome)
        : footing(finding, limb) + ", " + outcome(outcome);
  }

  private static String meaningOfOne(Finding finding, @Nullable Limb limb) {
    if (finding.voice().isQuotedOrReported()) {
      return "quoted or reported, not the unit\u2019s own words";
    }
    return switch (finding.temporal()) {
      case SAME_DAY -> "dated the day the instruction was sent";
      case DATE_UNKNOWN -> "date unknown";
      case IN_FORCE, PRE_INSTRUCTION, LAPSED ->
          limb != null && limb.modality() == Modality.ADVISED_NOT
              ? "advised against"
              : "the topic matches, nothing forbidden is shown";
      case null -> "the topic matches, no text forbids it";
    };
  }

  static String state(LedgerState state) {
    return switch (state) {
      case CHECKED -> "checked";
      case CHECKED_PARTIAL -> "checked in part";
      case CHECKED_POOR_OCR -> "checked, poor scan";
      case DUPLICATE -> "same as another";
      case UNCHANGED -> "unchanged since checked";
      case NOT_CHECKED -> "not checked";
    };
  }

  static String reason(NotCheckedReason reason) {
    return switch (reason) {
      case ENCRYPTED -> "Protected by a password";
      case CORRUPT -> "Damaged";
      case UNSUPPORTED -> "Not a format that is read";
      case EMPTY_FILE -> "Empty";
      case NO_TEXT -> "No text in it";
      case NEEDS_OCR -> "A scan that needs text recognition";
      case BOMB -> "Expands beyond all bounds";
      case TIMEOUT -> "Took too long";
      case OOM -> "Needed too much memory";
      case CRASH -> "Reading broke off";
      case TOO_LARGE -> "Too large";
      case LIMIT -> "Too many parts, or nested too deeply";
      case UNREADABLE -> "Could not be opened";
      case VANISHED -> "Gone before it could be read";
      case LINK_LOOP -> "A link that leads back to itself";
      case EXCLUDED -> "Kept out on purpose";
    };
  }

  /** What an officer can do about a file that was not checked. */
  static String remedy(NotCheckedReason reason) {
    return switch (reason) {
      case ENCRYPTED -> "Ask the unit for a copy without a password.";
      case CORRUPT -> "Ask the unit to send it again, as PDF if possible.";
      case UNSUPPORTED -> "If it is a paper, ask for it as PDF, Word, text or e-mail.";
      case EMPTY_FILE -> "Ask for it again if a paper was expected.";
      case NO_TEXT -> "Open it once: if it shows a paper, ask for one with text.";
      case NEEDS_OCR -> "Install tesseract and scan again, or ask for a copy with text.";
      case BOMB -> "Do not open it; ask the unit what it is.";
      case TIMEOUT -> "Scan again with a longer time limit, or ask for another format.";
      case OOM -> "Scan again with more memory, or ask for smaller files.";
      case CRASH -> "Scan again; if it happens again, ask for another format.";
      case TOO_LARGE -> "Raise the size limit, or ask for smaller files.";
      case LIMIT -> "Unpack it into the folder and scan again.";
      case UNREADABLE -> "Check who may read the file, then scan again.";
      case VANISHED -> "Scan again once nobody is moving files.";
      case LINK_LOOP -> "Remove the link.";
      case EXCLUDED -> "Nothing to do: an exclusion file beside it says so.";
    };
  }

  static String queue(Queue queue) {
    return switch (queue) {
      case RANKED -> "for review";
      case HANDLED -> "handled by the unit";
      case OVER_RESTRICTION -> "over-restriction";
      case WELFARE -> "welfare";
      case OBSERVED -> "observed";
      case LOG -> "log";
      case TRIAL -> "rules on trial";
    };
  }
}
