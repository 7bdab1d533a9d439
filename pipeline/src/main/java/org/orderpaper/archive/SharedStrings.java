package org.orderpaper.archive;

import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads strings so that equal ones are one object: records repeat the same reasons, sources and
 * words of evidence, and a night with a giant paper keeps tens of thousands of them. Safe for
 * several threads.
 */
final class SharedStrings extends StdScalarDeserializer<String> {

  /** Longer ones are texts, and seldom equal. */
  private static final int LONGEST = 200;

  /** So many are remembered, a power of two; a new one takes the place of one with its hash. */
  private static final int PLACES = 1 << 15;

  private final transient AtomicReferenceArray<String> shared = new AtomicReferenceArray<>(PLACES);

  SharedStrings() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    String known = shared.get(place);
    if (text.equals(known)) {
      return known;
    }
    shared.set(place, text);
    return text;
  }
}
