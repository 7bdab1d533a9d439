package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of fields that keep it in their code, with no result beside it. */
class ExtractFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EQ \\f(1,2)                       | 1/2
          EQ \\f(2;3) of members            | 2/3 of members
          EQ \\o(X,O)                       | XO
          EQ \\x(Carried)                   | Carried
          EQ \\b \\bc\\{ (a)                | (a)
          EQ \\r(3,x)                       | 3\u221Ax
          EQ \\r(x)                         | \u221Ax
          EQ \\a \\al \\co2 (For,21,Against,3) | For 21 Against 3
          EQ \\s \\up8(2)                   | 2
          EQ \\f(1\\,000,\\(two\\))         | 1,000/(two)
          EQ \\* jc3 \\* "Font:A" \\* hps9 \\o\\ad(\\s\\up 9(ba),Base) | Base
          EQ \\f(\\f(1,2),3)                | 1/2/3
          MACROBUTTON NoMacro [Branch name] | [Branch name]
          GOTOBUTTON Page2 turn over        | turn over
          SYMBOL 252 \\f "Wingdings" \\s 10 | \u2714
          SYMBOL 0xFC \\f Wingdings         | \u2714
          """)
  void aFieldWithoutResultShowsWhatItsCodeSays(String code, String shown) throws IOException {
    assertThat(FieldInstruction.shown(" " + code + " ")).isEqualTo(shown);
    String xml =
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
            + code.replace("\"", "&quot;")
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
            + Docx.run(" seen")
            + "</w:p>";
    assertThat(Papers.lines("a.docx", new Docx().body(xml).bytes()))
        .containsExactly(shown + " seen");
    byte[] doc = new Doc().run(0, "\u0013" + code + "\u0015 seen").paragraph().bytes();
    assertThat(Papers.lines("a.doc", doc)).containsExactly(shown + " seen");
    assertThat(Papers.lines("a.rtf", rtf(code, ""))).containsExactly(shown + " seen");
  }

  private static byte[] rtf(String code, String result) {
    String escaped = code.replace("\\", "\\\\").replace("{", "\\{");
    return ("{\\rtf1\\ansi\\pard {\\field{\\*\\fldinst { "
            + escaped
            + " }}{\\fldrslt "
            + result
            + "}} seen\\par}")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "HYPERLINK \"http://example.org\"",
    "PAGE",
    "EQ",
    "EQ \\f",
    "EQ \\",
    "SYMBOL",
    "SYMBOL x",
    "SYMBOL 99999999999",
    "MACROBUTTON Only",
    "EQUALS (1)"
  })
  void anyOtherFieldShowsNothing(String code) {
    assertThat(FieldInstruction.shown(code)).isEmpty();
  }

  @Test
  void aResultStandsForTheField() {
    assertThat(Papers.lines("a.rtf", rtf("EQ \\f(1,2)", "half"))).containsExactly("half seen");
  }

  @Test
  void anEquationNestedWithoutEndIsLeftOut() {
    String deep = "EQ " + "\\f(1,".repeat(1_500) + ")".repeat(1_500);

    assertThat(FieldInstruction.shown(deep)).hasSizeLessThan(6_000);
  }
}
