package org.orderpaper.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style and script of the pages. They stand in the page itself, and its policy names their hashes:
 * nothing that a document might smuggle in can run or load anything.
 */
final class Assets {

  static final String STYLE = resource("report.css");
  static final String SCRIPT = resource("report.js");

  static final String POLICY =
      "default-src 'none'; style-src '"
          + hash(STYLE)
          + "'; script-src '"
          + hash(SCRIPT)
          + "'; base-uri 'none'; form-action 'none'";

  /** For pages without a script. */
  static final String POLICY_OF_STYLE =
      "default-src 'none'; style-src '" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";

  private Assets() {}

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out report/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
