package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.NotCheckedReason;

class ExtractMailTest {

  private static final String HEADER =
      """
      From: "Jo Ashdown" <jo@example.org>
      To: secretary@example.org
      Subject: =?utf-8?Q?Caf=C3=A9_motion?=
      Date: Thu, 19 Nov 2020 23:30:00 -0500
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      """;

  private static byte[] mail(String rest) {
    return (HEADER + rest).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] plain(String body) {
    return mail("Content-Type: text/plain; charset=utf-8\n\n" + body);
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  @Test
  void theHeaderIsKeptWithTheDayWhereTheSenderWas() {
    ExtractedDocument document = Papers.document("a.eml", plain("Please table this.\n"));

    assertThat(document.mail())
        .isEqualTo(
            new MailHeader(
                "\"Jo Ashdown\" <jo@example.org>", "Caf\u00E9 motion", LocalDate.of(2020, 11, 19)));
    assertThat(Papers.lines(document)).containsExactly("Please table this.");
  }

  @Test
  void quotedLinesAreSetApartWithoutTheirSigns() {
    byte[] mail =
        plain(
            """
            I will not table this.

            On Mon, 16 Nov 2020 at 10:00, Chris Marl
            <chris@example.org> wrote:
            > Please table the motion.
            >> It is urgent.

            That is all.
            --\s
            Jo Ashdown
            Secretary
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: I will not table this.",
            "QUOTED_REPLY: On Mon, 16 Nov 2020 at 10:00, Chris Marl <chris@example.org> wrote:",
            "QUOTED_REPLY: Please table the motion.",
            "QUOTED_REPLY: It is urgent.",
            "PARAGRAPH: That is all.",
            "PARAGRAPH: Jo Ashdown",
            "PARAGRAPH: Secretary");
  }

  @Test
  void aQuotedLineBrokenOnceMoreIsStillQuoted() {
    byte[] mail =
        plain(
            """
            No.

            Fort Hill Branch wrote on 19 January:
            > Were we excluded from the vote on the theatre? One of us thinks that the
            chair ruled our amendment out.
            > Another says it was withdrawn.
            Nobody took a note.
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: No.",
            "QUOTED_REPLY: Fort Hill Branch wrote on 19 January:",
            "QUOTED_REPLY: Were we excluded from the vote on the theatre? One of us thinks that the"
                + " chair ruled our amendment out.",
            "QUOTED_REPLY: Another says it was withdrawn.",
            "PARAGRAPH: Nobody took a note.");
  }

  @Test
  void quotedParagraphsBrokenOverSeveralLinesAreStillQuoted() {
    byte[] mail =
        plain(
            """
            See below.

            > A. This branch thanks the officers of the seven parties who
            were sent home last week, and wants
            them to be at their posts again.
            >
            > B. This branch asks for every recommendation to be
            carried out on time.
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: See below.",
            "QUOTED_REPLY: A. This branch thanks the officers of the seven parties who were sent"
                + " home last week, and wants them to be at their posts again.",
            "QUOTED_REPLY: B. This branch asks for every recommendation to be carried out on"
                + " time.");
  }

  @Test
  void anAnswerInSmallLettersBetweenQuestionsIsTheSendersOwn() {
    byte[] mail =
        plain(
            """
            > Can the branch meet in March?
            no, the hall is shut
            > And in April?
            yes
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "QUOTED_REPLY: Can the branch meet in March?",
            "PARAGRAPH: no, the hall is shut",
            "QUOTED_REPLY: And in April?",
            "PARAGRAPH: yes");
  }

  @Test
  void everythingBelowAnEarlierMessageIsQuoted() {
    for (String separator :
        List.of(
            "-----Original Message-----\nFrom: Chris Marl",
            "From: Chris Marl\nSent: 16 November 2020 10:00\nTo: Jo Ashdown\nSubject: Motion")) {
      ExtractedDocument document =
          Papers.document(
              "a.eml", plain("See below.\n\n" + separator + "\n\nPlease table this.\n"));

      assertThat(Papers.linesOf(document, BlockKind.PARAGRAPH)).containsExactly("See below.");
      assertThat(Papers.linesOf(document, BlockKind.QUOTED_REPLY))
          .contains("From: Chris Marl", "Please table this.");
    }
  }

  @Test
  void everythingBelowAMessageSentOnIsForwarded() {
    for (String separator :
        List.of(
            "---------- Forwarded message ---------\nFrom: Chris Marl",
            "----- Forwarded by Jo Ashdown on 03/03/2025 -----\nFrom: Chris Marl",
            "Begin forwarded message:\n\nFrom: Chris Marl",
            "---------- Neges ymlaen ----------\nFrom: Chris Marl")) {
      ExtractedDocument document =
          Papers.document(
              "a.eml", plain("See below.\n\n" + separator + "\n\nPlease table this.\n"));

      assertThat(Papers.linesOf(document, BlockKind.PARAGRAPH)).containsExactly("See below.");
      assertThat(Papers.linesOf(document, BlockKind.FORWARDED))
          .contains("From: Chris Marl", "Please table this.");
    }
  }

  @Test
  void theSubjectTellsWhetherAnEarlierMessageWasSentOnOrAnswered() {
    String body =
        """
        See below.

        From: Chris Marl
        Sent: 16 November 2020 10:00
        To: Jo Ashdown
        Subject: Motion

        Please table this.
        """;
    for (String forward : List.of("FW: Motion", "[Fwd: Motion]", "[branch] Fwd: Re: Motion")) {
      assertThat(Papers.linesOf(titled(forward, body), BlockKind.FORWARDED))
          .as(forward)
          .contains("Please table this.");
    }
    for (String reply : List.of("RE: FW: Motion", "Motion", "Aw: Motion", "Fw minutes")) {
      assertThat(Papers.linesOf(titled(reply, body), BlockKind.QUOTED_REPLY))
          .as(reply)
          .contains("Please table this.");
    }
  }

  private static ExtractedDocument titled(String subject, String body) {
    byte[] mail =
        new String(plain(body), StandardCharsets.UTF_8)
            .replace("=?utf-8?Q?Caf=C3=A9_motion?=", subject)
            .getBytes(StandardCharsets.UTF_8);
    return Papers.document("a.eml", mail);
  }

  @Test
  void quotationsAsDeepAsTheyLikeAreReadInOnePass() {
    byte[] mail = plain((">".repeat(5_000) + " deep\n> shallow\n").repeat(500));

    assertThat(Papers.document("a.eml", mail).blocks())
        .allMatch(block -> block.kind() == BlockKind.QUOTED_REPLY);
  }

  @Test
  void flowedTextIsJoined() {
    byte[] mail =
        mail(
            "Content-Type: text/plain; charset=utf-8; format=flowed\n\nThis branch notes \nthe"
                + " report.\nCarried.\n> quoted \n> words\n");

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: This branch notes the report.",
            "PARAGRAPH: Carried.",
            "QUOTED_REPLY: quoted words");
  }

  @Test
  void plainTextIsPreferredToHtml() {
    byte[] mail =
        mail(
            """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            The =93plain=94 text.
            --b
            Content-Type: text/html; charset=utf-8

            <p>The other text.</p>
            --b--
            """);

    assertThat(Papers.lines("a.eml", mail)).containsExactly("The \u201Cplain\u201D text.");
  }

  @Test
  void plainTextThatOnlyPointsElsewhereIsNotPreferred() {
    byte[] mail =
        mail(
            """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            See it in your browser: https://example.org/%s
            --b
            Content-Type: text/html; charset=utf-8

            <p style="display:none">A preheader.</p><p>The branch resolves to write to the council.</p>
            --b--
            """
                .formatted("a1".repeat(200)));

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: The branch resolves to write to the council.", "HIDDEN: A preheader.");
  }

  @Test
  void aRowOfATableInAQuotationIsQuoted() {
    byte[] mail =
        mail(
            """
            Content-Type: text/html; charset=utf-8

            <p>I agree.</p><blockquote><table><tr><td>Buses</td><td>23</td></tr></table></blockquote>
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly("PARAGRAPH: I agree.", "QUOTED_REPLY: Buses 23");
  }

  @Test
  void anHtmlMailIsReadWithItsQuotations() {
    byte[] mail =
        mail(
            """
            Content-Type: text/html; charset=utf-8

            <div>I agree.</div><div class="gmail_quote">On Monday Chris wrote:<blockquote>
            <p>Please table this.</p></blockquote></div>
            """);

    assertThat(Papers.blocks("a.eml", mail))
        .containsExactly(
            "PARAGRAPH: I agree.",
            "QUOTED_REPLY: On Monday Chris wrote:",
            "QUOTED_REPLY: Please table this.");
  }

  @Test
  void attachmentsAndMailsInMailsArePartsOfTheirOwn() {
    byte[] docx = Docx.of("The motion in full");
    byte[] logo = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
    byte[] mail =
        mail(
            """
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: text/plain

            See attached.
            --outer
            Content-Type: image/png; name=logo.png
            Content-Disposition: inline; filename=logo.png
            Content-Transfer-Encoding: base64

            %s
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0*=UTF-8''../caf%%C3%%A9;
             filename*1=.docx
            Content-Transfer-Encoding: base64

            %s
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            %s
            --outer
            Content-Type: message/rfc822

            Subject: Inner
            Date: 1 Mar 2021 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="inner"

            --inner
            Content-Type: text/plain

            The inner text.
            --inner
            Content-Type: text/plain; name="notes.txt"

            The notes.
            --inner--
            --outer--
            """
                .formatted(base64(logo), base64(docx), base64(docx)));

    List<ExtractedPart> parts = Papers.extract("a.eml", mail);

    assertThat(parts)
        .extracting(ExtractedPart::part)
        .containsExactly(
            "", ".._caf\u00E9.docx", "part-2.docx", "Inner.eml", "Inner.eml!/notes.txt");
    assertThat(Papers.lines(Papers.document(parts.get(1)))).containsExactly("The motion in full");
    assertThat(Papers.document(parts.get(3)).mail())
        .isEqualTo(new MailHeader(null, "Inner", LocalDate.of(2021, 3, 1)));
    assertThat(Papers.lines(Papers.document(parts.get(4)))).containsExactly("The notes.");
    assertThat(parts.get(1).sha256()).hasSize(64);
    assertThat(parts.get(1).bytes()).isEqualTo(docx.length);
  }

  @Test
  void aBrokenAttachmentDoesNotSpoilTheMail() {
    byte[] docx = Docx.of("The motion in full");
    byte[] mail =
        mail(
            "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n"
                + "Content-Type: text/plain\n\n"
                + "See attached.\n"
                + "--b\n"
                + "Content-Type: application/msword; name=a.docx\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + base64(Arrays.copyOf(docx, 300))
                + "\n--b--\n");

    List<ExtractedPart> parts = Papers.extract("a.eml", mail);

    assertThat(Papers.lines(Papers.document(parts.get(0)))).containsExactly("See attached.");
    assertThat(parts.get(1).extraction())
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT));
  }

  @Test
  void anEncryptedMailIsNamedSo() {
    byte[] mail =
        mail(
            """
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
            Content-Transfer-Encoding: base64

            AAAA
            """);

    assertThat(Papers.extraction("a.eml", mail))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.ENCRYPTED));
  }

  @Test
  void theTextInsideASignatureIsRead() throws CMSException, IOException {
    byte[] inner =
        Papers.utf8("Content-Type: text/plain\r\n\r\nThe signed motion is attached nowhere.\r\n");
    byte[] wrapped =
        new CMSSignedDataGenerator()
            .generate(new CMSProcessableByteArray(inner), true)
            .getEncoded();
    byte[] mail =
        mail(
            "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + base64(wrapped)
                + "\n");

    assertThat(Papers.lines("a.eml", mail))
        .containsExactly("The signed motion is attached nowhere.");
  }
}
