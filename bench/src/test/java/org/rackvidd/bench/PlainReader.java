package org.rackvidd.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.rackvidd.bench.world.Snowflake;

/**
 * Reads exports as plainly as it can be done, knowing the formats but nothing of how the simulator
 * made them, to hold against the truth files. Folders are taken in order, so the latest wins.
 */
public final class PlainReader {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter META =
      DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SPELLED =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

  /** Column of an export to column of the truth. */
  private static final Map<String, String> FIGURES = new HashMap<>();

  static {
    figure("impressions", "Impressions", "impressions", "Exponeringar");
    figure("views", "Visningar", "Views");
    figure("reach_for_checking_only", "Räckvidd", "Reach");
    figure("reactions", "Reaktioner", "Likes", "likes");
    figure("comments", "Kommentarer", "Comments", "Replies", "replies");
    figure("shares", "Delningar", "Reposts", "retweets");
    figure("saves", "Saves", "Bookmarks");
    figure("clicks", "Totalt antal klick", "Clicks");
    figure("link_clicks", "Länkklick", "URL Clicks", "url clicks");
    figure("follows", "Follows", "New follows", "follows", "Prenumeranter");
  }

  private final Map<String, Seen> posts = new LinkedHashMap<>();
  private final Map<String, Map<String, BigDecimal>> ads = new TreeMap<>();
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Set<List<Byte>> contents = new HashSet<>();

  private record Seen(String cell, Map<String, BigDecimal> figures) {}

  /** Rows of one file by what became of them. */
  public record Count(long accepted, long rejected, long setAside) {
    private Count plus(Outcome outcome) {
      return switch (outcome) {
        case ACCEPTED -> new Count(accepted + 1, rejected, setAside);
        case REJECTED -> new Count(accepted, rejected + 1, setAside);
        case SET_ASIDE -> new Count(accepted, rejected, setAside + 1);
      };
    }
  }

  private enum Outcome {
    ACCEPTED,
    REJECTED,
    SET_ASIDE
  }

  private static void figure(String truth, String... columns) {
    for (String column : columns) {
      FIGURES.put(column, truth);
    }
  }

  /** Reads a folder of dated folders. */
  public PlainReader read(Path exports) throws IOException {
    return read(exports, ".*");
  }

  /** Reads only the files whose names match. */
  public PlainReader read(Path exports, String names) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(exports)) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches(names))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      List<Byte> content = new ArrayList<>();
      if (Files.size(file) < 100_000) {
        for (byte b : Files.readAllBytes(file)) {
          content.add(b);
        }
      }
      String name = exports.relativize(file).toString();
      if (!content.isEmpty() && !contents.add(content)) {
        counts.put(name + "|", new Count(0, 0, 0));
      } else if (name.endsWith(".xls")) {
        readWorkbook(file, name);
      } else {
        readText(file, name);
      }
    }
    return this;
  }

  /** The reader for a file; what only its maker can know is told by its name. */
  private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
    var plain =
        CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    String name = file.getFileName().toString();
    if (name.startsWith("Annonser oktober")) {
      return plain.fieldSeparator('\t').ofNamedCsvRecord(file);
    }
    if (name.contains("excel")) {
      return plain
          .detectBomHeader(false)
          .fieldSeparator(';')
          .ofNamedCsvRecord(file, Charset.forName("windows-1252"));
    }
    return plain.ofNamedCsvRecord(file);
  }

  private void readText(Path file, String name) throws IOException {
    Count count = new Count(0, 0, 0);
    if (!name.contains("minnesanteckningar")) {
      try (CsvReader<NamedCsvRecord> csv = open(file)) {
        for (NamedCsvRecord row : csv) {
          count = count.plus(take(row, name));
        }
      }
    }
    counts.put(name + "|", count);
  }

  private Outcome take(NamedCsvRecord row, String file) {
    Map<String, String> fields = row.getFieldsAsMap();
    if (fields.size() < row.getHeader().size()) {
      return Outcome.REJECTED;
    }
    if (fields.containsKey("Ad ID")) {
      return fields.get("Ad ID").isEmpty() ? Outcome.SET_ASIDE : ad(fields);
    }
    if (fields.containsKey("Datum") && !fields.containsKey("Räckvidd")) {
      return fields.containsKey("Innehåll") ? Outcome.SET_ASIDE : Outcome.ACCEPTED;
    }
    if (file.contains("Tabelldata") && fields.get("Innehåll").equals("Totalt")) {
      return Outcome.SET_ASIDE;
    }
    try {
      Post post = post(fields);
      return post == null ? Outcome.REJECTED : keep(post, fields);
    } catch (DateTimeException e) {
      return Outcome.REJECTED;
    }
  }

  private record Post(String channel, String account, String id, YearMonth month) {}

  /** Who, what and when, or nothing where the id cannot be known. */
  private static Post post(Map<String, String> fields) {
    if (fields.containsKey("Publicerings-id")) {
      YearMonth month = pacific(fields.get("Publiceringstid"));
      return new Post("facebook", fields.get("Sid-id"), fields.get("Publicerings-id"), month);
    }
    if (fields.containsKey("Account ID")) {
      String[] address = fields.get("Permalink").split("/");
      long media = Snowflake.ofShortcode(address[address.length - 1]);
      YearMonth month = pacific(fields.get("Publish time"));
      if (!month.equals(local(Snowflake.INSTAGRAM, media))) {
        throw new IllegalStateException("time and address disagree: " + fields);
      }
      return new Post("instagram", fields.get("Account ID"), fields.get("Post ID"), month);
    }
    if (fields.containsKey("Innehåll")) {
      LocalDate day = LocalDate.parse(fields.get("Publiceringstid för video"), SPELLED);
      return new Post("youtube", "Granvika kommun", fields.get("Innehåll"), YearMonth.from(day));
    }
    String address =
        fields.containsKey("Post Link") ? fields.get("Post Link") : fields.get("Tweet permalink");
    if (address.isEmpty()) {
      return null;
    }
    String[] parts = address.split("/");
    String id = parts[parts.length - 1];
    return new Post("x", parts[3], id, local(Snowflake.X, Long.parseLong(id)));
  }

  private Outcome keep(Post post, Map<String, String> fields) {
    Map<String, BigDecimal> figures = new HashMap<>();
    fields.forEach(
        (column, value) -> {
          // Instagram says shares of what others name reposts, X says nothing by the word.
          String figure =
              column.equals("Shares") && post.channel().equals("instagram")
                  ? "shares"
                  : FIGURES.get(column);
          if (figure != null && !value.isEmpty()) {
            figures.put(figure, new BigDecimal(value));
          }
        });
    if (figures.values().stream().anyMatch(value -> value.signum() < 0)) {
      return Outcome.REJECTED;
    }
    String cell = post.channel() + "," + post.account() + "," + post.month();
    posts.put(post.channel() + "," + post.account() + "," + post.id(), new Seen(cell, figures));
    return Outcome.ACCEPTED;
  }

  private Outcome ad(Map<String, String> fields) {
    String day = fields.getOrDefault("Day", fields.get("Reporting starts"));
    String breakdown = fields.containsKey("Age") ? "age_gender" : "none";
    String cell =
        "meta," + fields.get("Account name") + "," + breakdown + "," + day.substring(0, 7);
    Map<String, BigDecimal> sums = ads.computeIfAbsent(cell, key -> new HashMap<>());
    sums.merge("rows", BigDecimal.ONE, BigDecimal::add);
    add(sums, "spend_sek", fields.get("Amount spent (SEK)"));
    add(sums, "impressions", fields.get("Impressions"));
    add(sums, "clicks", fields.get("Clicks (all)"));
    add(sums, "link_clicks", fields.get("Link clicks"));
    add(sums, "landing_page_views", fields.get("Landing page views"));
    add(sums, "results", fields.get("Results"));
    return Outcome.ACCEPTED;
  }

  private static void add(Map<String, BigDecimal> sums, String figure, String value) {
    sums.merge(figure, value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value), BigDecimal::add);
  }

  private void readWorkbook(Path file, String name) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        HSSFWorkbook book = new HSSFWorkbook(bytes)) {
      DataFormatter formatter = new DataFormatter(Locale.ROOT);
      for (Sheet sheet : book) {
        Count count = new Count(0, 0, 1);
        for (int i = 2; i <= sheet.getLastRowNum(); i++) {
          Map<String, String> fields = new HashMap<>();
          for (Cell cell : sheet.getRow(i)) {
            Row names = sheet.getRow(1);
            String column = names.getCell(cell.getColumnIndex()).getStringCellValue();
            fields.put(column, formatter.formatCellValue(cell));
          }
          count = count.plus(linkedIn(fields));
        }
        counts.put(name + "|" + sheet.getSheetName(), count);
      }
    }
  }

  private Outcome linkedIn(Map<String, String> fields) {
    if (!fields.containsKey("Post link")) {
      return Outcome.ACCEPTED;
    }
    String address = fields.get("Post link");
    String id = address.substring(address.lastIndexOf(':') + 1);
    YearMonth month = local(Snowflake.LINKEDIN, Long.parseLong(id));
    return keep(new Post("linkedin", "granvika-kommun", id, month), fields);
  }

  private static YearMonth pacific(String time) {
    LocalDateTime wall = LocalDateTime.parse(time, META);
    return YearMonth.from(wall.atZone(PACIFIC).withZoneSameInstant(STOCKHOLM));
  }

  private static YearMonth local(Snowflake platform, long id) {
    return YearMonth.from(platform.momentOf(id).atZone(STOCKHOLM));
  }

  /** What became of the rows of each file and sheet. */
  public Map<String, Count> counts() {
    return counts;
  }

  /** Figures per channel, account and month, as {@code posts.csv} has them. */
  public Map<String, Map<String, BigDecimal>> postSums() {
    Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    for (Seen seen : posts.values()) {
      Map<String, BigDecimal> cell = sums.computeIfAbsent(seen.cell(), key -> new HashMap<>());
      cell.merge("posts", BigDecimal.ONE, BigDecimal::add);
      seen.figures().forEach((figure, value) -> cell.merge(figure, value, BigDecimal::add));
    }
    return sums;
  }

  /** Figures per ad account, breakdown and month, as {@code ads.csv} has them. */
  public Map<String, Map<String, BigDecimal>> adSums() {
    return ads;
  }

  /** A truth file, the columns up to the month being its key. */
  public static Map<String, Map<String, BigDecimal>> truth(Path file) throws IOException {
    Map<String, Map<String, BigDecimal>> cells = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        Map<String, BigDecimal> cell = new HashMap<>();
        List<String> header = row.getHeader();
        int keys = header.indexOf("month") + 1;
        for (int i = keys; i < header.size(); i++) {
          if (!row.getField(i).isEmpty()) {
            cell.put(header.get(i), new BigDecimal(row.getField(i)));
          }
        }
        cells.put(String.join(",", row.getFields().subList(0, keys)), cell);
      }
    }
    return cells;
  }

  /** The counts of {@code files.csv}. */
  public static Map<String, Count> truthOfFiles(Path file) throws IOException {
    Map<String, Count> counts = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : csv) {
        if (row.getStartingLineNumber() > 1) {
          Count count =
              new Count(
                  Long.parseLong(row.getField(6)),
                  Long.parseLong(row.getField(7)),
                  Long.parseLong(row.getField(8)));
          counts.put(row.getField(0) + "|" + row.getField(1), count);
        }
      }
    }
    return counts;
  }
}
