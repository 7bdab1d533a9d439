package org.orderpaper.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word document while it is read. */
final class DocxParagraph {

  private final StyledText seen = new StyledText();
  private final StyledText hidden = new StyledText();

  /** What hangs on it, such as text boxes. */
  private final List<Draft> inside = new ArrayList<>();

  private final Deque<Field> fields = new ArrayDeque<>();
  private DocxProperties properties = DocxProperties.NONE;
  private @Nullable String style;

  /** How much of an instruction is kept: those that show something are short. */
  private static final int LONGEST_INSTRUCTION = 10_000;

  /**
   * A field whose end has not come.
   *
   * @param begins where its instruction begins, which nobody sees; -1 from its result on
   * @param shown what a form field shows that has no result
   * @param instruction its code, so far
   */
  private record Field(int begins, String shown, StringBuilder instruction) {}

  StyledText seen() {
    return seen;
  }

  StyledText hidden() {
    return hidden;
  }

  List<Draft> inside() {
    return inside;
  }

  DocxProperties properties() {
    return properties;
  }

  @Nullable String style() {
    return style;
  }

  void properties(DocxProperties read, @Nullable String itsStyle) {
    properties = read;
    style = itsStyle;
  }

  /** How much has been read into it, in whatever way. */
  int told() {
    return seen.length() + hidden.length() + inside.size();
  }

  void beginField(String shown) {
    fields.push(new Field(seen.length(), shown, new StringBuilder()));
  }

  void instruct(String code) {
    Field field = fields.peek();
    if (field != null && field.instruction().length() < LONGEST_INSTRUCTION) {
      field.instruction().append(code);
    }
  }

  /** Takes back the results of fields inside the instruction: an IF holds its two answers. */
  void beginResult() {
    Field field = fields.poll();
    if (field != null) {
      cutInstruction(field);
      fields.push(new Field(-1, field.shown(), field.instruction()));
    }
  }

  void endField(boolean bold) {
    Field field = fields.poll();
    if (field != null) {
      cutInstruction(field);
      seen.append(field.shown(), bold);
      if (field.begins() >= 0) { // There was no result.
        seen.append(FieldInstruction.shown(field.instruction().toString()), bold);
      }
    }
  }

  private void cutInstruction(Field field) {
    if (field.begins() >= 0) {
      seen.cut(Math.min(field.begins(), seen.length()));
    }
  }
}
