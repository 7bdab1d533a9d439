package org.orderpaper.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Reason;
import org.orderpaper.model.VocabularyWord;

/** How values are spelt in the files that other programs read. */
final class Words {

  private Words() {}

  static @Nullable String word(@Nullable VocabularyWord constant) {
    return constant == null ? null : constant.word();
  }

  static List<String> words(List<? extends VocabularyWord> constants) {
    return constants.stream().map(VocabularyWord::word).toList();
  }

  /** Without exponent, so that 1E+2 votes are "100". */
  static @Nullable String decimal(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  static @Nullable String iso(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  /** A reason with the masked words it rests on. */
  static String reason(Reason reason, MaskedText masked) {
    return reason.words() == null
        ? reason.text()
        : reason.text() + ": \u201C" + masked.words(reason.words()).strip() + "\u201D";
  }

  static List<String> reasons(List<Reason> reasons, MaskedText masked) {
    return reasons.stream().map(reason -> reason(reason, masked)).toList();
  }
}
