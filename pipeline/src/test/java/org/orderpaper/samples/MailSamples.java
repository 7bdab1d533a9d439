package org.orderpaper.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Mails and archives. */
final class MailSamples {

  private static final String HEAD =
      """
      From: "Jo Ashdown" <jo@example.org>
      To: secretary@example.org
      Subject: Motion for March
      Date: Mon, 3 Mar 2025 19:30:00 +0000
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      """;

  private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n\n";

  private MailSamples() {}

  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    replies(all);
    encodings(all);
    structures(all);
    forwards(all);
    htmlForwards(all);
    cuts(all);
    return all;
  }

  private static void put(Map<String, byte[]> all, String name, String rest) {
    put(all, name, "Motion for March", rest);
  }

  private static void put(Map<String, byte[]> all, String name, String subject, String rest) {
    String head = HEAD.replace("Motion for March", subject);
    String mail = (head + rest).replace("\n", "\r\n");
    all.put("mail/" + name + ".eml", mail.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  private static void replies(Map<String, byte[]> all) {
    put(
        all,
        "answers-between-the-quoted-lines",
        PLAIN
            + """
            Dear all,

            On Sun, 2 Mar 2025 at 10:00, Chris Marl
            <chris@example.org> wrote:

            > Will the branch take the motion?

            It will, at the March meeting.

            > And who moves it?
            >> I asked that in February.

            I do.

            --\s
            Jo Ashdown, secretary
            """);
    put(
        all,
        "forwarded-by-gmail",
        PLAIN
            + """
            Please see below.

            ---------- Forwarded message ---------
            From: Chris Marl <chris@example.org>
            Date: Sun, 2 Mar 2025 at 10:00
            Subject: Motion
            To: Jo Ashdown <jo@example.org>

            This branch condemns the cuts.
            """);
    put(
        all,
        "forwarded-by-apple-mail",
        PLAIN
            + """
            FYI

            Begin forwarded message:

            > From: Chris Marl <chris@example.org>
            > Subject: Motion
            > Date: 2 March 2025 at 10:00:00 GMT
            > To: Jo Ashdown <jo@example.org>
            >\s
            > This branch condemns the cuts.
            """);
    put(
        all,
        "outlook-reply-with-a-rule",
        PLAIN
            + """
            Agreed.

            ________________________________
            From: Chris Marl <chris@example.org>
            Sent: 02 March 2025 10:00
            To: Jo Ashdown <jo@example.org>
            Subject: Motion

            Please table this.
            """);
    put(
        all,
        "replies-in-other-languages",
        PLAIN
            + """
            Einverstanden.

            Am 02.03.2025 um 10:00 schrieb Chris Marl <chris@example.org>:
            > Bitte lesen.

            Iawn.

            Ar Sul, 2 Maw 2025 am 10:00, ysgrifennodd Chris Marl <chris@example.org>:
            > Darllenwch hwn.
            """);
    put(
        all,
        "a-sentence-that-ends-in-wrote",
        PLAIN
            + """
            The motion was amended on Monday, as Chris wrote:
            we leave it as it is.

            From: the minutes we know that it was carried.
            """);
    put(
        all,
        "html-reply-of-outlook",
        """
        Content-Type: text/html; charset=utf-8

        <html><body><p>Agreed.</p>
        <div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Chris Marl<br>
        <b>Sent:</b> 02 March 2025 10:00<br><b>To:</b> Jo Ashdown<br><b>Subject:</b> Motion</p></div>
        <p>Please table this.</p></body></html>
        """);
  }

  private static void encodings(Map<String, byte[]> all) {
    put(
        all,
        "flowed-text",
        """
        Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no

        This branch notes the report on the evening\s
        buses and thanks the drivers.
         >not quoted
        > quoted words that\s
        > flow
        >> deeper

        --\s
        Jo
        """);
    put(
        all,
        "quoted-printable-soft-breaks",
        """
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        The chair=92s ruling =96 that the =93caf=E9=94 mo=
        tion was out of order =96 stood. A sign =3D stays, =zz too.
        """);
    put(
        all,
        "unknown-charset",
        """
        Content-Type: text/plain; charset=x-nobody-knows
        Content-Transfer-Encoding: base64

        """
            + base64("The café motion was carried.".getBytes(StandardCharsets.UTF_8))
            + "\n");
    all.put(
        "mail/subject-in-pieces.eml",
        PageSamples.utf8(
            """
            From: =?utf-8?B?Sm8gQXNoZG93biA=?= =?utf-8?Q?=E2=80=93_chair?= <jo@example.org>
            Subject: =?iso-8859-1?Q?The_caf=E9?= =?utf-8?B?IG1vdGlvbg==?= and
             =?windows-1252?Q?=93more=94?=
            Date: Mon, 03 Mar 25 19:30:00 GMT
            MIME-Version: 1.0
            Message-ID: <2@example.org>
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain

            See attached.
            --b
            Content-Type: text/plain; name="=?utf-8?Q?Caf=C3=A9.txt?="
            Content-Disposition: attachment; filename="=?utf-8?Q?Caf=C3=A9.txt?="

            The café motion.
            --b
            Content-Type: text/plain
            Content-Disposition: attachment;
             filename*0*=UTF-8''Motion%20on;
             filename*1*=%20caf%C3%A9s;
             filename*2=".txt"

            Another one.
            --b--
            """));
    put(
        all,
        "base64-cut-off",
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See attached.
        --b
        Content-Type: text/plain; name=notes.txt
        Content-Disposition: attachment; filename=notes.txt
        Content-Transfer-Encoding: base64

        VGhlIGZpcnN0IGxpbmUgb2YgdGhlIG5vdGVzLgpUaGUgc2Vjb25kIGxpb
        """);
  }

  private static void structures(Map<String, byte[]> all) throws IOException {
    put(
        all,
        "empty-plain-text-beside-html",
        """
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        This message requires an HTML viewer.
        --b
        Content-Type: text/html; charset=utf-8

        <p>This branch resolves to write to the council about the evening buses, and to send the
        letter to the <b>press</b> on the same day.</p><ol><li>The secretary writes.</li>
        <li>The chair signs.</li></ol>
        --b--
        """);
    put(
        all,
        "bounce-report",
        """
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.org
        Action: failed

        --b
        Content-Type: message/rfc822

        From: jo@example.org
        Subject: Agenda: "March" / final?
        MIME-Version: 1.0
        Content-Type: text/plain

        The agenda.
        --b--
        """);
    put(
        all,
        "signed-and-the-end-missing",
        """
        Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b

        --b
        Content-Type: text/plain

        Signed words.
        --b
        Content-Type: application/pkcs7-signature; name=smime.p7s
        Content-Transfer-Encoding: base64

        AAAA
        """);
    put(
        all,
        "signed-and-wrapped",
        """
        Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m
        Content-Disposition: attachment; filename=smime.p7m
        Content-Transfer-Encoding: base64

        MIIBAAAA
        """);
    put(
        all,
        "text-before-and-after-an-attachment",
        """
        Content-Type: multipart/mixed; boundary=b

        This preamble is for old programs.
        --b
        Content-Type: text/plain

        Before the attachment.
        --b
        Content-Type: text/plain; name=motion.txt
        Content-Disposition: attachment; filename=motion.txt

        The motion.
        --b
        Content-Type: text/plain

        After the attachment.
        --b--
        This epilogue too.
        """);
    all.put(
        "mail/two-messages.mbox",
        PageSamples.utf8(
            """
            From jo@example.org Mon Mar  3 19:30:00 2025
            From: Jo Ashdown <jo@example.org>
            Subject: First
            Date: Mon, 3 Mar 2025 19:30:00 +0000
            Message-ID: <3@example.org>

            The first message.
            >From here on it is quoted by the box.

            From chris@example.org Tue Mar  4 08:00:00 2025
            From: Chris Marl <chris@example.org>
            Subject: Second
            Date: Tue, 4 Mar 2025 08:00:00 +0000
            Message-ID: <4@example.org>

            The second message.
            """));
  }

  private static void forwards(Map<String, byte[]> all) {
    put(
        all,
        "forward-of-a-forward-with-a-comment",
        "FW: Motion",
        PLAIN
            + """
            For the agenda, I think.

            From: Chris Marl <chris@example.org>
            Sent: 02 March 2025 10:00
            To: Jo Ashdown <jo@example.org>
            Subject: FW: Motion

            Passing this on.

            -----Original Message-----
            From: Robin Carrow <robin@example.org>
            Sent: 01 March 2025 09:00
            To: Chris Marl <chris@example.org>
            Subject: Motion

            This branch condemns the cuts.
            """);
    put(
        all,
        "reply-inside-a-forward",
        "Fwd: Re: Motion",
        PLAIN
            + """
            See how this went.

            ---------- Forwarded message ---------
            From: Chris Marl <chris@example.org>
            Date: Sun, 2 Mar 2025 at 10:00
            Subject: Re: Motion
            To: Jo Ashdown <jo@example.org>

            We will not table it.

            On Sat, 1 Mar 2025 at 09:00, Robin Carrow <robin@example.org> wrote:

            > This branch condemns the cuts.

            Chris
            """);
    put(
        all,
        "reply-to-a-forward",
        "RE: FW: Motion",
        PLAIN
            + """
            We will not table it.

            -----Original Message-----
            From: Chris Marl <chris@example.org>
            Sent: 02 March 2025 10:00
            To: Jo Ashdown <jo@example.org>
            Subject: FW: Motion

            Please table the motion below.

            From: Robin Carrow <robin@example.org>
            Sent: 01 March 2025 09:00
            To: Chris Marl <chris@example.org>
            Subject: Motion

            This branch condemns the cuts.
            """);
    put(
        all,
        "forward-quoted-in-a-reply",
        "Re: Fwd: Motion",
        PLAIN
            + """
            No.

            On Sun, 2 Mar 2025 at 10:00, Chris Marl <chris@example.org> wrote:
            > Please table this.
            >
            > ---------- Forwarded message ----------
            > Subject: Motion
            >
            > This branch condemns the cuts.

            That is all.
            """);
    put(
        all,
        "forward-with-a-german-header",
        "WG: Antrag",
        PLAIN
            + """
            Please see below.

            Von: Chris Marl <chris@example.org>
            Gesendet: Sonntag, 2. Februar 2025 10:00
            An: Jo Ashdown <jo@example.org>
            Betreff: Antrag

            Dieser Ortsverein will die Bibliothek erhalten.
            """);
    put(
        all,
        "lines-that-are-no-header",
        PLAIN
            + """
            From: the chair
            To: be read out at the meeting.

            Date: to be agreed
            """);
  }

  private static void htmlForwards(Map<String, byte[]> all) {
    String html = "Content-Type: text/html; charset=utf-8\n\n";
    put(
        all,
        "html-forward-by-gmail-with-a-list",
        "Fwd: Motion",
        html
            + """
            <div dir="ltr">Please see below.<br><br><div class="gmail_quote">
            <div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>
            From: <b>Chris Marl</b> &lt;chris@example.org&gt;<br>Date: Sun, 2 Mar 2025<br>
            Subject: Re: Motion<br>To: Jo Ashdown<br></div><br><br>
            <p>This branch resolves</p><ol><li>to write to the council</li><li>to meet</li></ol>
            <div class="gmail_quote"><div class="gmail_attr">On Sat, 1 Mar 2025 Robin wrote:<br></div>
            <blockquote class="gmail_quote"><p>Will you draft it?</p></blockquote></div>
            </div></div>
            """);
    put(
        all,
        "html-forward-by-thunderbird",
        "Fwd: Motion",
        html
            + """
            <p>Please see below.</p>
            <div class="moz-forward-container"><br>-------- Forwarded Message --------
            <table class="moz-email-headers-table"><tbody><tr><th>Subject: </th><td>Motion</td></tr>
            <tr><th>Date: </th><td>Sun, 2 Mar 2025 10:00:00 +0000</td></tr>
            <tr><th>From: </th><td>Chris Marl</td></tr><tr><th>To: </th><td>Jo Ashdown</td></tr>
            </tbody></table><br><p>This branch condemns the cuts.</p></div>
            """);
    String outlook =
        """
        <div>%s</div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>Sendinto:</b> Chris<br>
        <b>Sendita:</b> 2.3.2025<br></div><div><p>This branch condemns the cuts.</p></div>
        """;
    put(
        all,
        "html-forward-by-outlook",
        "FW: Motion",
        html + outlook.formatted("Please see below."));
    put(all, "html-reply-by-outlook-on-the-web", "Re: Motion", html + outlook.formatted("No."));
    put(
        all,
        "html-forward-by-apple-mail",
        "Fwd: Motion",
        html
            + """
            <div>FYI<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br>
            <div><b>From: </b>Chris Marl</div><div><b>Subject: </b>Motion</div>
            <div><b>Date: </b>2 March 2025</div><div><b>To: </b>Jo Ashdown</div><br>
            <div>This branch condemns the cuts.</div></blockquote></div>Jo</div>
            """);
    put(
        all,
        "html-with-hidden-words",
        html
            + """
            <div style="display:none;max-height:0;overflow:hidden">The preheader of the mail.</div>
            <p>The branch meets on Monday.</p>
            <p style="color:#ffffff">White on white.</p>
            <div style="background-color:#cc0000"><p style="color:white">White on red.</p></div>
            <p style="font-size:0">Of no size.</p>
            <div style="font-size:0"><span style="font-size:12px">Of a size again.</span></div>
            <p style="opacity:0">Quite transparent.</p>
            <footer>Sent by the branch.</footer>
            """);
  }

  private static void cuts(Map<String, byte[]> all) {
    put(
        all,
        "base64-cut-though-the-mail-goes-on",
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See attached.
        --b
        Content-Type: text/plain; name=notes.txt
        Content-Disposition: attachment; filename=notes.txt
        Content-Transfer-Encoding: base64

        VGhlIGZpcnN0IGxpbmUgb2YgdGhlIG5vdGVzLgpUaGUgc2Vjb25kIGxpb
        --b
        Content-Type: text/plain; name=whole.txt
        Content-Disposition: attachment; filename=whole.txt
        Content-Transfer-Encoding: base64

        VGhlIG1vdGlvbi4=
        --b--
        """);
    put(
        all,
        "inner-parts-that-never-end",
        """
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/mixed; boundary=inner

        --inner
        Content-Type: text/plain

        See attached.
        --inner
        Content-Type: text/plain; name=notes.txt
        Content-Disposition: attachment; filename=notes.txt

        The first line of the no
        --outer
        Content-Type: text/plain; name=whole.txt
        Content-Disposition: attachment; filename=whole.txt

        The motion.
        --outer--
        """);
  }
}
