package org.rackvidd.exports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The name of an entry of a .zip archive, as it would be written below a folder. */
final class EntryName {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What Windows packs with in Western Europe: CP437 but for the Danish and Norwegian letters. */
  private static final Charset DOS = Charset.forName("IBM850");

  private static final String NORDIC = "åäöÅÄÖæøÆØéÉüÜ";

  private EntryName() {}

  /** Its path: composed (NFC), parted by slashes, without any part that leads elsewhere. */
  static String of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return safe(raw == null ? entry.getName() : decoded(raw));
  }

  /** Few programs say what they wrote a name in; it is UTF-8 if it can be. */
  static String decoded(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      String dos = new String(raw, DOS);
      String windows = new String(raw, WINDOWS);
      return nordicLetters(windows) > nordicLetters(dos) ? windows : dos;
    }
  }

  private static long nordicLetters(String name) {
    return name.chars().filter(c -> NORDIC.indexOf(c) >= 0).count();
  }

  static String safe(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("[/\\\\]")) {
      String visible = part.replaceAll("\\p{Cntrl}", "").strip();
      if (!visible.isEmpty() && !visible.equals(".") && !visible.equals("..")) {
        parts.add(visible);
      }
    }
    return parts.isEmpty() ? "unnamed" : Landing.composed(String.join("/", parts));
  }
}
