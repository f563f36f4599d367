package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils files, as people, programs and attackers do; what comes out depends on the seed only. */
final class Mutations {
  /** Cells that no export should have, or that look as if. */
  private static final List<String> CELLS =
      List.of(
          "=HYPERLINK(\"http://x\",\"y\")",
          "+1-1",
          "@SUM(A1)",
          "\u202e2026-01-01",
          "\u200b",
          "\u0000",
          "\ud83d",
          "9".repeat(400),
          "-0",
          "1e400",
          "1e-400",
          "9223372036854775808",
          "9007199254740993",
          "1,234,567.89",
          "1.234.567,89",
          "\u00a012\u00a0345",
          "NaN",
          "Infinity",
          "--",
          "0001-01-01",
          "9999-12-31 23:59",
          "02/30/2026 25:61",
          "+999999999-12-31T23:59:59Z",
          "99999",
          "253402300800000000",
          "https://" + "a.".repeat(200) + "se/?utm_source=%zz&%&=&utm_source",
          "kalle.anka@exempel.se +46 70 123 45 67",
          "x".repeat(40_000),
          "\"".repeat(301),
          "a\r\nb",
          "");

  private static final List<String> NAMES =
      List.of("../../a.csv", "..\\a.csv", "/etc/a.csv", "C:\\a.csv", "a\u0000b.csv", "å/a.csv", "");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A spoilt file.
   *
   * @param others files that parts may be taken from
   */
  byte[] of(byte[] content, List<byte[]> others) {
    byte[] spoilt = content;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      spoilt = once(spoilt, others);
    }
    return random.nextInt(20) == 0 ? packed(spoilt) : spoilt;
  }

  private byte[] once(byte[] content, List<byte[]> others) {
    if (random.nextInt(5) == 0) {
      return bytes(content, others);
    }
    if (Archive.looksLikeZip(content)) {
      return parts(content);
    }
    Charset charset = TextDialect.charset(content, true);
    if (charset == null || content.length == 0) {
      return bytes(content, others);
    }
    String text = new String(content, charset);
    return JsonRows.looksLikeJson(content)
        ? json(text).getBytes(charset)
        : text(text, charset, others);
  }

  private byte[] bytes(byte[] content, List<byte[]> others) {
    int at = random.nextInt(content.length + 1);
    int length = Math.min(content.length - at, 1 + random.nextInt(1 << random.nextInt(14)));
    return switch (random.nextInt(9)) {
      case 0 -> flipped(content);
      case 1 -> spliced(content, at, length, new byte[0]);
      case 2 -> spliced(content, at, 0, new byte[1 + random.nextInt(64)]);
      case 3 -> spliced(content, at, 0, Arrays.copyOfRange(content, at, at + length));
      case 4 -> Arrays.copyOf(content, at);
      case 5 -> spliced(content, 0, 0, "\ufeff".getBytes(random.nextBoolean() ? UTF_8 : UTF_16LE));
      case 6 -> spliced(content, 0, Math.min(content.length, 2), new byte[0]);
      case 7 -> {
        byte[] other = pick(others);
        yield spliced(content, at, content.length - at, tail(other));
      }
      default -> spliced(content, at, length, noise(length));
    };
  }

  private byte[] flipped(byte[] content) {
    byte[] bytes = content.clone();
    for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] = (byte) (random.nextBoolean() ? bytes[at] ^ 1 << random.nextInt(8) : -1);
    }
    return bytes;
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] tail(byte[] content) {
    int from = random.nextInt(content.length + 1);
    return Arrays.copyOfRange(content, from, content.length);
  }

  private static byte[] spliced(byte[] content, int at, int length, byte[] put) {
    byte[] bytes = new byte[content.length - length + put.length];
    System.arraycopy(content, 0, bytes, 0, at);
    System.arraycopy(put, 0, bytes, at, put.length);
    System.arraycopy(content, at + length, bytes, at + put.length, content.length - at - length);
    return bytes;
  }

  private byte[] text(String text, Charset charset, List<byte[]> others) {
    if (random.nextInt(8) == 0) {
      Charset other =
          pick(
              List.of(UTF_8, UTF_16LE, Charset.forName("UTF-16"), Charset.forName("windows-1252")));
      return text.getBytes(other);
    }
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(14)) {
      case 0 -> lines.set(at, lines.get(at).replace(',', pick(List.of(';', '\t', '|', ','))));
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> lines.add(at, pick(List.of("\n", "\r", "\r\n\r\n", ",,,,\n", "\"\"\n", "Title\n")));
      case 3 -> lines.add(at, lines.get(0));
      case 4 -> lines.addAll(List.copyOf(lines));
      case 5 -> lines.remove(at);
      case 6 -> lines.set(at, stray(lines.get(at)));
      case 7 -> lines.replaceAll(line -> line.replace("\n", "\r"));
      case 8 -> Collections.shuffle(lines, random);
      case 9 -> lines.add(at, new String(pick(others), UTF_8));
      case 10 -> {
        String delimiter = pick(List.of(";", "\t", "|"));
        lines.replaceAll(line -> line.replace(",", delimiter));
      }
      default -> columns(lines);
    }
    return String.join("", lines).getBytes(charset);
  }

  private String stray(String line) {
    int at = random.nextInt(line.length() + 1);
    return line.substring(0, at)
        + pick(List.of("\"", "\"\"", "\",", ",\"", ",", "\r", "\n", "\u0000", "\u202e"))
        + line.substring(at);
  }

  /** One change in the cells of a row, or the same one in all rows. */
  private void columns(List<String> lines) {
    int only = random.nextBoolean() ? random.nextInt(lines.size()) : -1;
    int column = random.nextInt(1 + (int) lines.get(0).chars().filter(c -> c == ',').count());
    int kind = random.nextInt(5);
    String cell = pick(CELLS);
    String put =
        cell.matches("(?s).*[,\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    for (int i = 0; i < lines.size(); i++) {
      if (only >= 0 && only != i) {
        continue;
      }
      String line = lines.get(i).stripTrailing();
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      if (column >= cells.size()) {
        continue;
      }
      switch (kind) {
        case 0 -> cells.remove(column);
        case 1 -> cells.add(column, cells.get(column));
        case 2 -> Collections.swap(cells, column, cells.size() - 1);
        default -> {
          if (i > 0) {
            cells.set(column, put);
          }
        }
      }
      lines.set(i, String.join(",", cells) + lines.get(i).substring(line.length()));
    }
  }

  private String json(String text) {
    int at = random.nextInt(text.length() + 1);
    String rest = text.substring(at);
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + "[".repeat(1 + random.nextInt(5000)) + rest;
      case 2 -> text.substring(0, at) + "{\"a\":".repeat(1 + random.nextInt(200)) + rest;
      case 3 -> text.replaceFirst("\"[^\"]*\"", "\"" + "k".repeat(100_000) + "\"");
      case 4 ->
          text.substring(0, at) + rest.replaceFirst(":\\s*\"?[^,{}\\[\\]\"]*\"?", ":" + value());
      case 5 -> text.substring(0, at) + rest.replaceFirst(",", ",\"event_name\":\"again\",");
      case 6 ->
          text.substring(0, at) + pick(List.of("\\", "\"", "}", "]", ",", "\n", "\u0000")) + rest;
      case 7 -> "[" + text.strip().replace("\n", ",") + "]";
      default -> text + text;
    };
  }

  private String value() {
    return pick(
        List.of(
            "null", "true", "1e999", "-1", "[[]]", "{}", "9".repeat(1200), "\"\\ud800\"", "NaN"));
  }

  /** Changes within an archive, or of the archive itself. */
  private byte[] parts(byte[] zip) {
    Map<String, byte[]> parts = unzipped(zip);
    if (parts.isEmpty() || random.nextInt(6) == 0) {
      return flipped(
          random.nextBoolean() ? zip : Arrays.copyOf(zip, random.nextInt(zip.length + 1)));
    }
    String name = pick(new ArrayList<>(parts.keySet()));
    byte[] part = parts.get(name);
    switch (random.nextInt(8)) {
      case 0 -> parts.remove(name);
      case 1 -> parts.put(name, flipped(part));
      case 2 -> parts.put(name, Arrays.copyOf(part, random.nextInt(part.length + 1)));
      case 3 -> parts.put(pick(NAMES) + parts.size(), part);
      default -> parts.put(name, xml(new String(part, UTF_8)).getBytes(UTF_8));
    }
    return zipped(parts);
  }

  private String xml(String xml) {
    String number = pick(List.of("0", "-1", "7", "16385", "1048577", "99999999999", "x", ""));
    return switch (random.nextInt(9)) {
      case 0 -> xml.replaceAll("<v>\\d+</v>", "<v>" + number + "</v>");
      case 1 -> first(xml, " r=\"\\d+\"", " r=\"" + number + "\"");
      case 2 -> first(xml, " r=\"[A-Z]+\\d+\"", " r=\"XFD" + number + "\"");
      case 3 -> first(xml, " s=\"\\d+\"", " s=\"" + number + "\"");
      case 4 -> first(xml, " t=\"\\w+\"", " t=\"" + pick(List.of("s", "b", "e", "d", "n")) + "\"");
      case 5 -> first(xml, "<dimension ref=\"[^\"]*\"", "<dimension ref=\"A1:XFD1048576\"");
      case 6 -> xml.replaceAll(" name=\"[^\"]*\"", " name=\"Same\"");
      case 7 -> first(xml, "(?s)<row.*?</row>", "$0$0");
      default -> first(xml, "</\\w+>", "");
    };
  }

  /** Replaces the first match behind some place. */
  private String first(String text, String regex, String by) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at)
        + Pattern.compile(regex).matcher(text.substring(at)).replaceFirst(by);
  }

  private byte[] packed(byte[] content) {
    byte[] zip = zipped(Map.of(pick(NAMES) + "a.csv", content));
    return switch (random.nextInt(4)) {
      case 0 -> zip;
      case 1 -> zipped(Map.of("inner.zip", zip, "b.csv", content));
      case 2 -> flipped(zip);
      default -> gzipped(content);
    };
  }

  private static byte[] gzipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var part : new TreeMap<>(parts).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The parts that can be read. */
  private static Map<String, byte[]> unzipped(byte[] zip) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException damaged) {
      return parts;
    }
    return parts;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
