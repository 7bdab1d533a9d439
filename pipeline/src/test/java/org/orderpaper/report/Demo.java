package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.Authenticity;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.EndBasis;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Limb;
import org.orderpaper.model.Modality;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleBookCard;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.RuleStatus;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Topic;
import org.orderpaper.model.Voice;
import org.orderpaper.model.WelfareEntry;

/** A night's papers, all invented, with every list of the report and some hostile text. */
final class Demo {

  static final LocalDate AS_OF = LocalDate.of(2020, 12, 14);

  static final String HOSTILE =
      "<script>alert(1)</script> \"quoted\" & 'single' <img src=x onerror=alert(1)>";

  private final List<BusinessItem> items = new ArrayList<>();
  private final List<ReviewEntry> entries = new ArrayList<>();

  private Demo() {}

  /** Renders the demo into a folder, to look at. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (RenderedFile file : Report.of(input()).files()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      try (Writer out = Files.newBufferedWriter(path)) {
        file.content().writeTo(out);
      }
    }
  }

  static ReportInput input() {
    Demo demo = new Demo();
    demo.reinstatement();
    demo.otherRanked();
    demo.hostile();
    demo.upcoming();
    demo.unranked();
    return new ReportInput(
        "0.1.0",
        AS_OF,
        List.of("incoming", "regional-office"),
        book(),
        ledger(),
        demo.items,
        demo.entries,
        Map.of("ashdown-vale/2020-11-19-minutes-approved.docx", List.of("copies/ashdown.docx")),
        decisions(),
        Set.of("print-whip-individual-case", "print-handled-whip"),
        false,
        Map.of("ihra", "family-7", "ehrc", "family-7"),
        List.of(
            "In danger now: ring the emergency services.",
            "The safeguarding team of the party can be reached through the regional office."));
  }

  private void add(BusinessItem item, ReviewEntry... ofItem) {
    items.add(item);
    entries.addAll(List.of(ofItem));
  }

  private static final String REINSTATE =
      "This branch notes that {person Corin Tolworth} was suspended on 2 November after a post on"
          + " a private account, and that no hearing has been fixed.\n"
          + "This branch believes that members should know the charge they face.\n"
          + "This branch resolves to call for {person Corin Tolworth} to be reinstated without"
          + " delay and to write to the general secretary in these terms.\n";

  private void reinstatement() {
    BusinessItem approved =
        Paper.item(
                "tolworth",
                "7.2 Reinstatement of {person Corin Tolworth}\n"
                    + REINSTATE
                    + "Moved by {person Maud Ferrier}, seconded by {person Idris Pell}. The chair"
                    + " reminded members of the guidance. After a debate of some length, in which"
                    + " nine members spoke, the motion was put to the vote.\n"
                    + "Carried by 23 votes to 4 with 2 abstentions.")
            .in("ashdown-vale/2020-11-19-minutes-approved.docx")
            .kind(DocumentKind.MINUTES, PaperStatus.APPROVED)
            .votes("23", "4", "2")
            .saying("Carried by 23 votes to 4 with 2 abstentions")
            .at(9, 3, "7 Motions", "Letters about Corin Tolworth")
            .build();
    Finding finding =
        Paper.finding(
            approved,
            "individual-case",
            4,
            "measure=suspended",
            "subject=Corin Tolworth",
            "relief=reinstated without delay");
    Finding whipToo =
        Paper.finding(approved, "instruction-itself", 2, null, Queue.RANKED, "target=the guidance");
    add(approved, finding, whipToo);
    BusinessItem agenda =
        Paper.item(
                "tolworth-agenda",
                "Motion 2: Reinstatement of {person Corin Tolworth}\n" + REINSTATE)
            .in("ashdown-vale/2020-11-19-agenda.pdf")
            .kind(DocumentKind.AGENDA, PaperStatus.UNSTATED)
            .outcome(Outcome.TABLED_ONLY)
            .acts(Act.AGENDA)
            .at(4, 2)
            .build();
    add(agenda, Paper.finding(agenda, "individual-case", 2, "relief=reinstated"));
    BusinessItem draft =
        Paper.item("tolworth-draft", "7.2 Reinstatement of {person Corin Tolworth}\n" + REINSTATE)
            .in("ashdown-vale/2020-11-19-minutes-draft.docx")
            .kind(DocumentKind.MINUTES, PaperStatus.DRAFT)
            .at(9, 3)
            .build();
    add(draft, Paper.finding(draft, "individual-case", 4, "relief=reinstated"));
  }

  private void otherRanked() {
    BusinessItem whip =
        Paper.item(
                "whip",
                "Emergency motion: the whip\n"
                    + "This CLP deplores the withholding of the whip from {mp Tamsin Orrell MP} and"
                    + " stands with her. A long speech followed. "
                    + "Members recalled the campaign of the year before, the leaflets, the rain and"
                    + " the great kindness shown by neighbouring branches at every turn. ".repeat(9)
                    + "The motion fell by 12 votes to 15.5.")
            .in("incoming/wray-and-stourmead/minutes nov.doc")
            .of("Wray and Stourmead CLP", "2020-12-03")
            .outcome(Outcome.DEFEATED)
            .votes("12", "15.5", null)
            .saying("fell by 12 votes to 15.5")
            .acts(Act.DISCUSS)
            .build();
    add(
        whip,
        Paper.finding(whip, "whip", 3, "measure=withholding of the whip", "subject=Tamsin Orrell"),
        Paper.finding(whip, "individual-case", 1, "solidarity=stands with her"));
    BusinessItem ihra =
        Paper.item(
                "ihra",
                "Definition\nThat this branch rescinds its adoption of the IHRA working definition"
                    + " and all of its examples.")
            .in("netherby-branch-2020-10-08.odt")
            .of("Netherby Branch", "2020-10-08")
            .votes(null, "0", null)
            .build();
    add(
        ihra,
        Paper.finding(
            ihra, "ihra-repudiation", 4, "act=rescinds", "object=IHRA working definition"));
    BusinessItem ehrc =
        Paper.item(
                "ehrc",
                "Statement on the report\nOur branch does not accept the findings of the report or"
                    + " the competence of the body that wrote it.")
            .in("posts/thornaby-quay-facebook.csv")
            .kind(DocumentKind.SOCIAL, PaperStatus.UNSTATED)
            .type(ItemType.STATEMENT, Voice.UNIT_STATEMENT)
            .of("Thornaby Quay Branch", "2020-10-29")
            .outcome(Outcome.PUBLISHED)
            .acts(Act.PUBLISH)
            .build();
    add(
        ehrc,
        Paper.finding(
            ehrc,
            "ehrc-repudiation",
            1,
            Temporal.SAME_DAY,
            Queue.RANKED,
            "stance=does not accept the findings"));
    BusinessItem title =
        Paper.item("title", "Affiliation to the Lantern Society")
            .in("agenda.eml!/attachments/agenda (final) (2).pdf")
            .kind(DocumentKind.AGENDA, PaperStatus.UNSTATED)
            .type(ItemType.AGENDA_ENTRY, Voice.MOVER_TEXT)
            .of(null, null)
            .outcome(Outcome.TABLED_ONLY)
            .acts(Act.AGENDA)
            .build();
    add(
        title,
        Paper.finding(
            title, "affiliation", 1, Temporal.DATE_UNKNOWN, Queue.RANKED, "act=Affiliation"));
  }

  private void hostile() {
    BusinessItem hostile =
        Paper.item(
                "hostile",
                ("A heading that goes on and on " + HOSTILE + " ").repeat(4)
                    + "\n"
                    + HOSTILE
                    + " calls for the suspension of \u202Etxet desrever\u202C to be lifted. "
                    + "\u05E9\u05DC\u05D5\u05DD \u200Fright to left\u200F. "
                    + "Donaudampfschifffahrtsgesellschaft".repeat(12)
                    + " lone \uD800 half, null \u0000 byte.\n"
                    + "=HYPERLINK(\"http://invented.example\")")
            .in("=cmd|' /C calc'!A0/" + HOSTILE.replace('/', '_') + "\u202Efdp.exe")
            .of(
                "The Constituency Labour Party of Much Wending, Little Wending and the Northern"
                    + " Parishes beyond the Wending Water",
                "2020-12-01")
            .outcome(Outcome.REMITTED)
            .acts(Act.DISCUSS)
            .build();
    add(hostile, Paper.finding(hostile, "individual-case", 3, "measure=suspension"));
  }

  private void upcoming() {
    BusinessItem next =
        Paper.item(
                "next",
                "Motion A\nThis branch calls on the party to restore the whip to {mp Tamsin Orrell}"
                    + " at once.")
            .in("agendas/2021-01-07 Ashdown Vale.docx")
            .kind(DocumentKind.AGENDA, PaperStatus.UNSTATED)
            .of("Ashdown Vale CLP", "2021-01-07")
            .outcome(Outcome.TABLED_ONLY)
            .acts(Act.AGENDA)
            .build();
    add(next, Paper.finding(next, "whip", 2, "relief=restore the whip", "subject=Tamsin Orrell"));
  }

  private void unranked() {
    BusinessItem handled =
        Paper.item(
                "handled",
                "Motion on the whip\nThe chair ruled the motion on the whip of {mp Tamsin Orrell}"
                    + " out of order. It was not heard.")
            .in("bellmoor/minutes.pdf")
            .of("Bellmoor CLP", "2020-12-02")
            .outcome(Outcome.RULED_OUT)
            .acts()
            .at(3, 1)
            .build();
    add(
        handled,
        Paper.finding(handled, "whip", 0, Temporal.IN_FORCE, Queue.HANDLED, "measure=the whip"));
    BusinessItem over =
        Paper.item(
                "over",
                "No confidence\nThe motion of no confidence in the leader was ruled out, citing the"
                    + " guidance of 26 November.")
            .in("bellmoor/minutes.pdf")
            .of("Bellmoor CLP", "2020-12-02")
            .outcome(Outcome.RULED_OUT)
            .at(4, 2)
            .build();
    add(
        over,
        new OverRestriction(
            "o-over",
            "print-over",
            "over",
            List.of(
                new Reason(
                    "no instruction forbade this topic that day",
                    Paper.spanOf(over.text(), "no confidence in the leader")))),
        Paper.finding(
            over, "no-confidence", 0, null, Queue.OBSERVED, "stance=no confidence in the leader"));
    BusinessItem trial =
        Paper.item("trial", "Fund\nA collection for the Lantern Society fund was held.")
            .in("bellmoor/minutes.pdf")
            .of("Bellmoor CLP", "2020-12-02")
            .at(5, 2)
            .build();
    add(trial, Paper.finding(trial, "affiliation", 1, Temporal.IN_FORCE, Queue.TRIAL, "act=fund"));
    BusinessItem log =
        Paper.item("log", "An old motion\nThat the whip be restored to {mp Tamsin Orrell}.")
            .in("archive/2018-06.txt")
            .of("Bellmoor CLP", "2018-06-14")
            .build();
    add(
        log,
        Paper.finding(log, "whip", 0, Temporal.PRE_INSTRUCTION, Queue.LOG, "measure=the whip"),
        new StructuralNote(
            "n-log",
            "print-n-log",
            "log",
            "procedure.seconder",
            List.of(new Reason("no seconder is recorded", null))));
    BusinessItem decided =
        Paper.item("decided", "Buses\nThe secretary suspended the motion on buses until May.")
            .in("bellmoor/minutes-oct.pdf")
            .of("Bellmoor CLP", "2020-11-12")
            .build();
    add(decided, Paper.finding(decided, "individual-case", 4, "measure=suspended"));
    BusinessItem incident =
        Paper.item(
                "incident",
                "Conduct\nA member, {person Maud Ferrier}, said she had been shouted at and had"
                    + " left the meeting in distress.")
            .in("bellmoor/minutes.pdf")
            .of("Bellmoor CLP", "2020-12-02")
            .type(ItemType.INCIDENT, Voice.MINUTED_DISCUSSION)
            .outcome(Outcome.NOT_RECORDED)
            .acts()
            .at(6, 2)
            .build();
    add(incident, new WelfareEntry("w-incident", "print-incident", "incident"));
  }

  private static Map<String, Decision> decisions() {
    return Map.of(
        "f-decided-individual-case",
        new Decision(
            "f-decided-individual-case",
            "print-decided-individual-case",
            null,
            Outcome.CARRIED,
            DecisionOutcome.NOT_A_MATCH,
            "It is the motion that was suspended, nobody's membership.",
            LocalDate.of(2020, 12, 1)),
        "f-ihra-ihra-repudiation",
        new Decision(
            "f-ihra-ihra-repudiation",
            "print-ihra-ihra-repudiation",
            null,
            Outcome.CARRIED,
            DecisionOutcome.NEEDS_INFORMATION,
            "The branch has been asked for its minute book.",
            LocalDate.of(2020, 12, 10)));
  }

  static Act limbOf(BusinessItem item) {
    return switch (item.outcome()) {
      case TABLED_ONLY -> Act.AGENDA;
      case PUBLISHED -> Act.PUBLISH;
      case CARRIED, CARRIED_AS_AMENDED -> Act.PASS;
      case DEFEATED,
          FELL_NO_SECONDER,
          REMITTED,
          REFERRED,
          DEFERRED,
          WITHDRAWN,
          NEXT_BUSINESS,
          NOT_REACHED,
          NOTED,
          RULED_OUT,
          RULING_OVERTURNED,
          RULED_OUT_YET_DISCUSSED,
          SUBMITTED_ONLY,
          NOT_RECORDED ->
          Act.DISCUSS;
    };
  }

  static String instructionOf(String topic) {
    return switch (topic) {
      case "individual-case" -> "GS-2020-11-05";
      case "whip" -> "GS-2020-11-26";
      case "affiliation" -> "RB-7-XI-5";
      default -> "GS-2020-08-12";
    };
  }

  static RuleBookCard book() {
    Map<String, RuleCard> rules = new LinkedHashMap<>();
    Map<String, Topic> topics = new LinkedHashMap<>();
    topic(topics, rules, "individual-case", "Individual disciplinary case");
    topic(topics, rules, "whip", "Parliamentary whip of a named MP");
    topic(topics, rules, "ihra-repudiation", "Rejecting the IHRA working definition");
    topic(topics, rules, "ehrc-repudiation", "Rejecting the EHRC report");
    topic(topics, rules, "affiliation", "Affiliation to an organisation not permitted");
    topic(topics, rules, "instruction-itself", "A central instruction itself");
    topic(topics, rules, "no-confidence", "No confidence");
    return new RuleBookCard(
        "5d41402abc4b2a76b9719d911017c592ae2b3c4d5e6f708192a3b4c5d6e7f809",
        rules,
        topics,
        Map.of(
            "GS-2020-11-05",
            instruction("GS-2020-11-05", "Individual disciplinary cases", 5, null, null),
            "GS-2020-11-26",
            instruction("GS-2020-11-26", "Further guidance on the whip", 26, null, null),
            "GS-2020-08-12",
            instruction(
                "GS-2020-08-12",
                "Competent business and the settlement",
                12,
                LocalDate.of(2021, 3, 31),
                EndBasis.SUPERSEDED)),
        List.of(
            new RuleFault(
                "settlement/circumstances.yaml", 14, 7, "unknown word 'sentance': write sentence"),
            new RuleFault("whip/oldwording.yaml", 3, 1, "no pass case: add at least one")));
  }

  private static void topic(
      Map<String, Topic> topics, Map<String, RuleCard> rules, String id, String title) {
    topics.put(id, new Topic(id, title, 4, id.equals("no-confidence"), null));
    rules.put(
        id + "/wording",
        new RuleCard(
            id + "/wording",
            title + ", by its wording",
            id,
            RuleStatus.ACTIVE,
            "Cases are confidential while they are determined.",
            "Check that the person is a named individual or a definite role, and that the unit"
                + " itself acted."));
  }

  private static Instruction instruction(
      String id, String title, int day, @Nullable LocalDate end, @Nullable EndBasis basis) {
    LocalDate sent = LocalDate.of(2020, id.contains("-08-") ? 8 : 11, day);
    List<Limb> limbs = new ArrayList<>();
    for (String topic :
        List.of("individual-case", "whip", "ihra-repudiation", "ehrc-repudiation")) {
      for (Act act : List.of(Act.DISCUSS, Act.PASS, Act.PUBLISH)) {
        limbs.add(new Limb(act, topic, Modality.MUST_NOT, sent, null, null, List.of()));
      }
    }
    return new Instruction(
        id,
        title,
        "the general secretary",
        sent,
        sent,
        end,
        basis,
        List.of("CLPs", "branches"),
        limbs,
        List.of("Training that the party offers"),
        "circular to secretaries",
        Authenticity.REPRODUCTION,
        null);
  }

  private static List<LedgerRow> ledger() {
    List<LedgerRow> rows = new ArrayList<>();
    for (int i = 0; i < 118; i++) {
      rows.add(checked("papers/paper-%03d.docx".formatted(i), LedgerState.CHECKED, null));
    }
    for (int i = 0; i < 1203; i++) {
      rows.add(checked("older/paper-%04d.pdf".formatted(i), LedgerState.UNCHANGED, null));
    }
    rows.add(checked("copies/ashdown.docx", LedgerState.DUPLICATE, null));
    rows.add(
        checked("papers/big.pdf", LedgerState.CHECKED_PARTIAL, "pages 40 to 52 could not be read"));
    rows.add(
        checked("scans/handwritten.pdf", LedgerState.CHECKED_POOR_OCR, "3 of 4 pages are faint"));
    rows.add(unread("locked/minutes.docx", NotCheckedReason.ENCRYPTED, "needs a password to open"));
    rows.add(unread("scans/1998.tif", NotCheckedReason.NEEDS_OCR, null));
    rows.add(unread("scans/1999.tif", NotCheckedReason.NEEDS_OCR, null));
    rows.add(unread("bad/" + HOSTILE, NotCheckedReason.CORRUPT, "ends within its first table"));
    for (int i = 0; i < 31; i++) {
      rows.add(unread("pictures/img-%02d.jpg".formatted(i), NotCheckedReason.UNSUPPORTED, null));
    }
    return rows;
  }

  private static LedgerRow checked(String source, LedgerState state, @Nullable String detail) {
    return new LedgerRow(
        source, "ab".repeat(32), 18_432, null, "application/pdf", state, null, detail, 7, 3);
  }

  private static LedgerRow unread(String source, NotCheckedReason reason, @Nullable String detail) {
    return new LedgerRow(
        source, null, 512, null, null, LedgerState.NOT_CHECKED, reason, detail, 0, null);
  }
}
