package org.orderpaper.extract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Span;

/**
 * How parts travel between the processes. What comes from a worker is not trusted more than the
 * document that it read: anything that does not fit is a {@link StreamCorruptedException}.
 */
final class Wire {

  /** What a worker says. */
  enum Word {
    READY,
    BEGIN,
    ALIVE,
    PART,
    POSTPONED,
    DONE
  }

  private static final int LONGEST_STRING = 1 << 27;
  private static final int MOST_ELEMENTS = 1 << 24;
  private static final int MANY = 1024;

  private Wire() {}

  static void write(DataOutput out, ExtractedPart part) throws IOException {
    writeString(out, part.part());
    writeNullable(out, part.sha256());
    out.writeLong(part.bytes());
    writeNullable(out, part.mediaType());
    out.writeBoolean(part.scanned());
    switch (part.extraction()) {
      case Extraction.Text text -> {
        out.writeByte(0);
        writeConstant(out, text.state());
        writeNullable(out, text.detail());
        write(out, text.document());
      }
      case Extraction.Nothing nothing -> {
        out.writeByte(1);
        writeConstant(out, nothing.reason());
        writeNullable(out, nothing.detail());
      }
      case Extraction.Failed failed -> {
        out.writeByte(2);
        writeConstant(out, failed.reason());
        writeString(out, failed.stage());
        writeString(out, failed.detail());
      }
    }
  }

  static ExtractedPart readPart(DataInput in) throws IOException {
    String part = readString(in);
    String sha256 = readNullable(in);
    long bytes = in.readLong();
    String mediaType = readNullable(in);
    boolean scanned = in.readBoolean();
    return new ExtractedPart(part, sha256, bytes, mediaType, readExtraction(in), scanned);
  }

  private static Extraction readExtraction(DataInput in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> {
        LedgerState state = readConstant(in, LedgerState.values());
        String detail = readNullable(in);
        yield new Extraction.Text(readDocument(in), state, detail);
      }
      case 1 -> new Extraction.Nothing(reason(in), readNullable(in));
      case 2 -> new Extraction.Failed(reason(in), readString(in), readString(in));
      default -> throw new StreamCorruptedException();
    };
  }

  private static NotCheckedReason reason(DataInput in) throws IOException {
    return readConstant(in, NotCheckedReason.values());
  }

  private static void write(DataOutput out, ExtractedDocument document) throws IOException {
    writeString(out, document.text());
    out.writeInt(document.blocks().size());
    for (Block block : document.blocks()) {
      write(out, block);
    }
    writeNullable(out, document.pages());
    MailHeader mail = document.mail();
    out.writeBoolean(mail != null);
    if (mail != null) {
      writeNullable(out, mail.from());
      writeNullable(out, mail.subject());
      writeNullable(out, mail.sent() == null ? null : mail.sent().toString());
    }
    writeNullable(out, document.title());
  }

  private static ExtractedDocument readDocument(DataInput in) throws IOException {
    String text = readString(in);
    int count = size(in);
    List<Block> blocks = new ArrayList<>(Math.min(count, MANY));
    for (int i = 0; i < count; i++) {
      blocks.add(readBlock(in, text.length()));
    }
    Integer pages = readNullableInt(in);
    MailHeader mail =
        in.readBoolean()
            ? new MailHeader(readNullable(in), readNullable(in), date(readNullable(in)))
            : null;
    return new ExtractedDocument(text, blocks, pages, mail, readNullable(in));
  }

  private static @Nullable LocalDate date(@Nullable String iso) {
    return iso == null ? null : LocalDate.parse(iso);
  }

  private static void write(DataOutput out, Block block) throws IOException {
    writeConstant(out, block.kind());
    write(out, block.span());
    out.writeInt(block.level());
    writeNullable(out, block.number());
    writeNullable(out, block.page());
    out.writeBoolean(block.bold());
    out.writeInt(block.cells().size());
    for (Span cell : block.cells()) {
      write(out, cell);
    }
  }

  private static Block readBlock(DataInput in, int length) throws IOException {
    BlockKind kind = readConstant(in, BlockKind.values());
    Span span = readSpan(in, length);
    int level = in.readInt();
    String number = readNullable(in);
    Integer page = readNullableInt(in);
    boolean bold = in.readBoolean();
    int count = size(in);
    List<Span> cells = new ArrayList<>(Math.min(count, MANY));
    for (int i = 0; i < count; i++) {
      cells.add(readSpan(in, length));
    }
    return new Block(kind, span, level, number, page, bold, cells);
  }

  private static void write(DataOutput out, Span span) throws IOException {
    out.writeInt(span.start());
    out.writeInt(span.end());
  }

  private static Span readSpan(DataInput in, int length) throws IOException {
    int start = in.readInt();
    int end = in.readInt();
    if (start < 0 || end < start || end > length) {
      throw new StreamCorruptedException();
    }
    return new Span(start, end);
  }

  private static void writeNullable(DataOutput out, @Nullable Integer value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeInt(value);
    }
  }

  private static @Nullable Integer readNullableInt(DataInput in) throws IOException {
    return in.readBoolean() ? in.readInt() : null;
  }

  private static void writeNullable(DataOutput out, @Nullable String value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      writeString(out, value);
    }
  }

  private static @Nullable String readNullable(DataInput in) throws IOException {
    return in.readBoolean() ? readString(in) : null;
  }

  /**
   * Characters as they are, lone surrogates included, which no charset would keep. In bulk: a text
   * looked at letter by letter costs the process that reads it more than many a file does.
   */
  static void writeString(DataOutput out, String value) throws IOException {
    char[] characters = value.toCharArray();
    boolean narrow = isNarrow(characters);
    out.writeBoolean(narrow);
    out.writeInt(characters.length);
    if (narrow) {
      out.write(value.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(characters.length, 2));
      bytes.asCharBuffer().put(characters);
      out.write(bytes.array());
    }
  }

  private static boolean isNarrow(char[] characters) {
    for (char c : characters) {
      if (c > 0xFF) {
        return false;
      }
    }
    return true;
  }

  static String readString(DataInput in) throws IOException {
    boolean narrow = in.readBoolean();
    int length = in.readInt();
    if (length < 0 || length > LONGEST_STRING) {
      throw new StreamCorruptedException();
    }
    byte[] bytes = new byte[narrow ? length : length * 2];
    in.readFully(bytes);
    return narrow
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  private static int size(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST_ELEMENTS) {
      throw new StreamCorruptedException();
    }
    return size;
  }

  /** Both processes run the same classes, so that the place of a constant is the same in both. */
  @SuppressWarnings("EnumOrdinal")
  static void writeConstant(DataOutput out, Enum<?> constant) throws IOException {
    out.writeByte(constant.ordinal());
  }

  static <E extends Enum<E>> E readConstant(DataInput in, E[] constants) throws IOException {
    int ordinal = in.readByte();
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new StreamCorruptedException();
    }
    return constants[ordinal];
  }
}
