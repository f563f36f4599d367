package org.rackvidd.bench.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a platform, or the spreadsheet it went through, puts a table into a text file.
 *
 * @param mark whether a byte order mark comes first
 * @param quoting what to quote beside the fields that need it
 */
public record Dialect(
    Charset charset, boolean mark, char separator, LineDelimiter lineEnd, QuoteStrategy quoting) {
  private static final QuoteStrategy ONLY_WHERE_NEEDED = new QuoteStrategy() {};
  private static final QuoteStrategy WHERE_THERE_IS_A_SPACE =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.indexOf(' ') >= 0;
        }
      };

  /** Business Suite's. */
  public static final Dialect META =
      new Dialect(StandardCharsets.UTF_8, false, ',', LineDelimiter.LF, WHERE_THERE_IS_A_SPACE);

  /** Ads Manager's. */
  public static final Dialect META_ADS =
      new Dialect(StandardCharsets.UTF_8, true, ',', LineDelimiter.LF, WHERE_THERE_IS_A_SPACE);

  /** X's and YouTube's. */
  public static final Dialect PLAIN =
      new Dialect(StandardCharsets.UTF_8, false, ',', LineDelimiter.LF, ONLY_WHERE_NEEDED);

  /** X's before 2024. */
  public static final Dialect ALL_QUOTED =
      new Dialect(StandardCharsets.UTF_8, false, ',', LineDelimiter.LF, QuoteStrategies.ALWAYS);

  /** Opened in Excel with Swedish settings and saved as CSV. */
  public static final Dialect SWEDISH_EXCEL =
      new Dialect(
          Charset.forName("windows-1252"), false, ';', LineDelimiter.CRLF, ONLY_WHERE_NEEDED);

  /** A Swedish system's own, meant to be opened in Excel. */
  public static final Dialect SEMICOLONS =
      new Dialect(StandardCharsets.UTF_8, true, ';', LineDelimiter.CRLF, ONLY_WHERE_NEEDED);

  /** Opened in Excel and saved as Unicode text. */
  public static final Dialect UNICODE_TEXT =
      new Dialect(StandardCharsets.UTF_16LE, true, '\t', LineDelimiter.CRLF, ONLY_WHERE_NEEDED);

  /** The name truth files use. */
  public String encoding() {
    return charset.name() + (mark ? " with BOM" : "");
  }

  /** A new file with its folders; byte order mark and quoting are taken care of. */
  public CsvWriter create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    Writer text = new OutputStreamWriter(bytes, charset);
    if (mark) {
      text.write('\uFEFF');
    }
    return CsvWriter.builder()
        .fieldSeparator(separator)
        .lineDelimiter(lineEnd)
        .quoteStrategy(quoting)
        .build(text);
  }
}
