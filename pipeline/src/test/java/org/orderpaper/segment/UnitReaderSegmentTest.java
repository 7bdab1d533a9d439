package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitReaderSegmentTest {

  private static final CueBook CUES = new CueBook(Docs.cues());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ashdown Vale Constituency Labour Party             | Ashdown Vale CLP | clp
          ASHDOWN VALE CLP                                   | Ashdown Vale CLP | clp
          Minutes of the Ashdown Vale CLP Executive          | Ashdown Vale CLP | clp
          Minutes of the General Committee of Longmoor CLP   | Longmoor CLP | clp
          Thorne & Marsh Labour Party                        | Thorne & Marsh CLP | clp
          Knoll, Dale and Beck Branch                        | Knoll, Dale and Beck Branch | branch
          WESTGATE BRANCH LABOUR PARTY                       | Westgate Branch | branch
          Stoke-under-Lyne Ward Labour Party                 | Stoke-under-Lyne Ward Branch | branch
          Weaver's Row Branch                                | Weaver's Row Branch | branch
          Potters' Field Branch                              | Potters' Field Branch | branch
          Plaid Lafur Etholaeth Glan Hafren                  | Glan Hafren CLP | clp
          Cangen y Felin                                     | Y Felin Branch | branch
          BR0CKMOOR CLP                                      | Brockmoor CLP | clp
          Exec of Brockmoor CLP                              | Brockmoor CLP | clp
          Lock Ward, Monday 3 May                            | Lock Ward Branch | branch
          Longmoor Women's Forum                             | Longmoor Women's Forum | other-unit
          Longmoor LCF                                       | Longmoor Local Campaign Forum | other-unit
          Unite Longmoor branch                              | Unite Longmoor Branch | outside-body
          """)
  void everySpellingGivesOneName(String words, String name, String type) {
    Tokens tokens = Tokens.of(words);
    List<UnitReader.Mention> found = new UnitReader(List.of()).find(tokens, CUES.find(tokens));
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().unit().name()).isEqualTo(name);
    assertThat(found.getFirst().unit().type().word()).isEqualTo(type);
  }
}
