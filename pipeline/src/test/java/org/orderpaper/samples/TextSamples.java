package org.orderpaper.samples;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Plain text, Markdown and tables of values. */
final class TextSamples {

  private static final String QUOTES =
      """
      The chair’s ruling – that the “café” motion was out of order – stood.
      The fund holds £36; the précis was sent to Llŷn and Abersoch.
      """;

  private TextSamples() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new TreeMap<>();
    encodings(all);
    texts(all);
    markdown(all);
    tables(all);
    posts(all);
    return all;
  }

  private static void encodings(Map<String, byte[]> all) {
    String western = QUOTES.replace("ŷ", "y");
    all.put("text/utf-8-with-mark.txt", PageSamples.utf8("\uFEFF" + QUOTES));
    all.put("text/utf-16-le-without-mark.txt", QUOTES.getBytes(StandardCharsets.UTF_16LE));
    all.put("text/utf-16-be-with-mark.txt", QUOTES.getBytes(StandardCharsets.UTF_16));
    all.put("text/windows-1252-quotes.txt", PageSamples.encoded(western, "windows-1252"));
    all.put("text/mac-roman-quotes.txt", PageSamples.encoded(western, "x-MacRoman"));
    all.put(
        "text/iso-8859-1-accents.txt",
        PageSamples.encoded("The précis of the café motion cost £36.\n", "ISO-8859-1"));
    byte[] stray =
        PageSamples.utf8(
            QUOTES.repeat(3) + "A name was pasted from elsewhere: Caf# Marl, as it stands.\n");
    for (int i = 0; i < stray.length; i++) {
      stray[i] = stray[i] == '#' ? (byte) 0xE9 : stray[i];
    }
    all.put("text/utf-8-with-one-stray-byte.txt", stray);
    byte[] utf8 = PageSamples.utf8(western);
    String twice = new String(utf8, java.nio.charset.Charset.forName("windows-1252"));
    all.put("text/utf-8-encoded-twice.txt", PageSamples.utf8(twice));
    all.put(
        "text/words-that-look-encoded-twice.txt",
        PageSamples.utf8("Plaid’s paper was called “Â£ or €”, and São Tomé sent greetings.\n"));
  }

  private static void texts(Map<String, byte[]> all) {
    all.put(
        "text/wrapped-prose-and-list.txt",
        PageSamples.utf8(
            """
            HOLLIN WARD BRANCH

            Minutes of the meeting held on 3 March 2025 at the community centre on
            Marl Row, at which the long-term plan for the hall was dis-
            cussed again and the by-election was not.

            1. Apologies were received from three members, one of whom had written
               at length about the buses.
            2. The motion on evening buses was carried.
                 a) The secretary will write to the council and ask for the evening
                    service to be restored.
                 b) The treasurer will pay for the stamps.
            3. Close.
            """));
    all.put(
        "text/form-feeds-are-pages.txt",
        PageSamples.utf8(
            """
            The branch agreed that the evening buses should run until midnight on
            weekdays and
            \fMOTION 2

            The branch agreed nothing else.
            """));
    all.put(
        "text/rules-and-tabs.txt",
        PageSamples.utf8(
            """
            Hollin Ward branch
            ==================
            ----------------------------------------
            Present:\tA. Carrow (Chair)
            \tB. Tolworth
            Vote:\tFor 12\tAgainst 3
            ________________________________________
            * * *
            Closed at nine.
            """));
    all.put(
        "text/carriage-returns-only.txt",
        PageSamples.utf8("Motion 1\rCarried.\rMotion 2\rLost.\r"));
  }

  private static void markdown(Map<String, byte[]> all) {
    all.put(
        "text/markdown-continuation-lines.md",
        PageSamples.utf8(
            """
            # Minutes

            1. Apologies were
               received.
            2. The motion on buses
            was carried.
               - moved by Hollin
                 Ward
               - seconded
            3. A last entry

               with a second paragraph.

            - one
            - two
              goes on
            """));
    all.put(
        "text/markdown-everything-else.md",
        PageSamples.utf8(
            """
            ---
            title: Minutes of March
            unit: Hollin Ward
            ---

            Minutes of March
            ================

            Business
            --------

            The branch met. ~~It did not~~ *It* **resolved** to ~~not~~ `write`<br>at
            once, see [the letter](https://example.org/letter "The letter") and
            <https://example.org/more>.

            | Motion | For | Against |
            |:-------|----:|:-------:|
            | Buses \\| trams | 12 | 3 |
            | Library | 9 | 9 |

            Unit | Delegates
            ---- | ---------
            Hollin | 2

            > A quotation from the letter
            that goes on.
            >
            > > And a deeper one.

            ```
            Not *marked* here:
              1. kept as it is
            ```

            <div align="center"><b>Centred words</b></div>

            <!-- nobody sees this -->

            - [x] letter sent
            - [ ] hall booked

            Snake_case_names and 2 * 3 * 4 stay. Note[^1].

            [^1]: The footnote.

            ***

            The end.
            """));
  }

  private static void tables(Map<String, byte[]> all) {
    all.put(
        "csv/posts-of-an-account-with-quoted-lines.csv",
        PageSamples.utf8(
            """
            \uFEFFid,created_at,full_text,retweet_count
            1,2025-03-03T19:30:00.000Z,"Hollin Ward stands with the bus drivers,
            all of them.

            Join us.",4
            2,2025-03-05T08:00:00.000Z,"We said ""no"" to the cuts.",0
            """));
    all.put(
        "csv/page-posts-with-semicolons.csv",
        PageSamples.utf8(
            """
            Post ID;Permalink;Publish time;Post text;Reach
            77;https://example.org/77;03/03/2025 19:30;"Our statement on buses; as agreed, all of it";12
            78;https://example.org/78;04/03/2025 08:00;"Second; with a semicolon";9
            """));
    all.put(
        "csv/unicode-text-from-a-spreadsheet.txt",
        "Date\tNetwork\tMessage\r\n03/03/2025\tMastodon\tThe “café” is open\r\n"
            .getBytes(StandardCharsets.UTF_16));
    all.put(
        "csv/unicode-text-named-csv.csv",
        "Date\tMessage\r\n03/03/2025\tThe “café” is open, come\r\n04/03/2025\tClosed\r\n"
            .getBytes(StandardCharsets.UTF_16));
    all.put(
        "csv/no-header-and-a-stray-quotation-mark.csv",
        PageSamples.utf8(
            """
            2025-03-03,The 6" nails were bought,3
            2025-03-04,"Unfinished quotation,4
            2025-03-05,Last row,5
            """));
    all.put(
        "csv/separator-line-of-a-spreadsheet.csv",
        PageSamples.encoded(
            "sep=;\r\nMotion;For;Against\r\nBuses – evening;23;4\r\n", "windows-1252"));
  }

  /** Exports of social accounts: whose columns, which dates. */
  private static void posts(Map<String, byte[]> all) {
    all.put(
        "csv/posts-of-x-with-the-year-last.csv",
        PageSamples.utf8(
            """
            id,created_at,full_text,retweet_count,lang
            1050118621198921728,Wed Oct 10 20:19:24 +0000 2018,"Hollin Ward stands with the drivers 🚌.

            > Meet at the depot > on 12 October 2018.",4,en
            1050118621198921729,Sat Feb 02 23:50:00 -0800 2019,RT @oldmarl: The library must stay open. Sign below.,0,en
            1050118621198921730,Sun Feb 03 08:00:00 +0000 2019,Quite right. RT @oldmarl: The library must stay open.,1,en
            """));
    all.put(
        "csv/posts-of-x-in-capitals-with-offsets.csv",
        PageSamples.utf8(
            """
            "TWEET ID","TWEET PERMALINK","TWEET TEXT","TIME","IMPRESSIONS"
            "11","https://example.org/11","Motion passed tonight: evening buses","2018-10-10 20:19 +0000","120"
            "","","","",""
            "12","https://example.org/12","Minutes of the meeting are up","2018-10-11 00:30 +0100","80"
            """));
    all.put(
        "csv/page-posts-month-first.csv",
        PageSamples.utf8(
            """
            Post ID,Page name,Title,Description,Publish time,Permalink,Post type,Date,Reach
            901,Hollin Ward Branch,,"We met on 1 May 2021, and the
            buses were on the agenda.",05/23/2021 07:12,https://example.org/901,Photos,Lifetime,55
            902,Hollin Ward Branch,Agenda for June,The full text is below.,06/04/2021 18:00,https://example.org/902,Status,Lifetime,7
            """));
    all.put(
        "csv/page-posts-day-first.csv",
        PageSamples.utf8(
            """
            Permalink;Post Message;Type;Posted
            https://example.org/31;"Our statement on buses; as agreed";Status;04/06/2021 18:00:12
            https://example.org/32;The second;Photo;23/05/2021 07:12:00
            """));
    all.put(
        "csv/posts-of-bluesky-with-tabs.tsv",
        """
        uri\tcreatedAt\ttext\tlikeCount
        at://1\t2021-03-04T23:30:00.000+01:00\tThe hall is booked 🎉\t3
        \t2021-03-05T08:00:00Z\tA row whose first value is empty\t0
        """
            .getBytes(StandardCharsets.UTF_16));
    all.put(
        "csv/posts-whose-dates-read-two-ways-2021-03-31.csv",
        PageSamples.utf8(
            """
            Report of published messages
            Date (GMT),Social Network,Message
            04/03/2021 18:00,Mastodon,"The branch met on 2 March 2021."
            05/05/2021 18:00,Mastodon,Polls are open.
            06/05/2021 18:00,Mastodon,Polls are closed.
            """));
    all.put(
        "csv/posts-dated-by-seconds.csv",
        PageSamples.utf8(
            """
            profile,sent_at,text
            Hollin Ward Branch,1540000000,The first of the two
            Hollin Ward Branch,1540100000000,The second of the two
            """));
    all.put(
        "csv/shares-of-linkedin.csv",
        PageSamples.utf8(
            """
            Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility
            2020-11-27 23:59:59,https://example.org/1,"We call for the ""whip"" to be restored.",,,MEMBER_NETWORK
            never,https://example.org/2,This one has no date but 12 December 2020 in its text.,,,MEMBER_NETWORK
            """));
    all.put(
        "csv/payments-are-no-posts.csv",
        PageSamples.utf8(
            """
            Date,Description,Amount,Balance
            04/03/2021,Hire of the hall,-20.00,116.40
            05/03/2021,Subscription to the library campaign,-5.00,111.40
            """));
  }
}
