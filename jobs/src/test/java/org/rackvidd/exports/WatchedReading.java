package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.rackvidd.Pipeline;
import org.rackvidd.privacy.PersonKey;
import org.rackvidd.privacy.Redaction;

/**
 * Reads a file as an ingest does and checks what must hold of any: nothing is thrown, no time or
 * memory without bounds is spent, every row is accounted for, and no message names a person.
 */
final class WatchedReading implements AutoCloseable {
  /** Processor time, since a busy machine may let any reader wait. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final long MOST_ALLOCATED = 2L << 30;
  private static final int MOST_ALLOCATED_PER_BYTE = 1_000;
  private static final int LONGEST_MESSAGE = 5_000;

  private static final Pattern PERSONAL =
      Pattern.compile("[\\w.+-]+@[\\w.-]+|\\+?\\d[\\d -]{7,}\\d");

  /** As databases write a moment that is none. */
  private static final Pattern ZEROS = Pattern.compile("[0 -]+");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final PersonKey KEY =
      PersonKey.find(
              org.rackvidd.configuration.Configuration.defaults(),
              Map.of(PersonKey.VARIABLE, "a key for the tests, and for nothing but them"))
          .orElseThrow();

  private final Path folder;
  private final Configuration hadoop = new Configuration();
  private final Map<String, Intake> intakes =
      Pipeline.intakes().stream().collect(Collectors.toMap(Intake::name, intake -> intake));
  private final Inspector inspector =
      new Inspector(Pipeline.FORMATS.stream().map(ExportFormat::named).toList(), hadoop);
  private final Set<String> personal = new HashSet<>();

  /** Those that say by themselves what they are: addresses, numbers of phones and persons. */
  private final Set<String> recognisable = new HashSet<>();

  private Thread thread;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            // One that hangs is left behind.
            thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param folder where files are written to be read
   */
  WatchedReading(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a file; it fails, and the file is kept, where anything is wrong.
   *
   * @param name names it where it is kept
   * @return what kind of outcome it was
   */
  String of(byte[] content, String name) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content);
    try {
      return await(executor.submit(() -> measured(file)));
    } catch (ExecutionException | InterruptedException | AssertionError e) {
      Path kept = Path.of("target/fuzz", name);
      Files.createDirectories(kept.getParent());
      Files.write(kept, content);
      return fail("%s, kept as %s".formatted(name, kept), e.getCause() == null ? e : e.getCause());
    }
  }

  private String await(Future<String> outcome) throws ExecutionException, InterruptedException {
    long begun = -1;
    while (true) {
      try {
        return outcome.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException busy) {
        long now = THREADS.getThreadCpuTime(thread.getId());
        begun = begun < 0 ? now : begun;
        if (now - begun > MOST_NANOS) {
          StringBuilder where = new StringBuilder("It does not end, at");
          Stream.of(thread.getStackTrace()).forEach(frame -> where.append("\n  ").append(frame));
          throw new AssertionError(where);
        }
      }
    }
  }

  private String measured(Path file) throws IOException {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    String outcome = outcome(file);
    long used = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(used)
        .as("bytes allocated")
        .isLessThan(MOST_ALLOCATED + MOST_ALLOCATED_PER_BYTE * Files.size(file));
    return outcome;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** From here on, nothing that looks personal in this file may stand in a message. */
  void notePersons(Path path) throws IOException {
    SourceFile file = ParquetRowsTest.file(path);
    boolean persons =
        inspector.inspect(file).stream()
            .flatMap(inspection -> inspection.parts().stream())
            .anyMatch(part -> part.isRecognised() && isAboutPersons(part.format()));
    if (persons) {
      Matcher matcher = PERSONAL.matcher(new String(Files.readAllBytes(path), UTF_8));
      while (matcher.find()) {
        if (ZEROS.matcher(matcher.group()).matches()) {
          continue;
        }
        personal.add(matcher.group());
        if (!Redaction.coverAll(matcher.group()).equals(matcher.group())) {
          recognisable.add(matcher.group());
        }
      }
    }
  }

  private boolean isAboutPersons(ExportFormat format) {
    return intakes.get(format.intake()).isAboutPersons();
  }

  /** Checks a file; gives what kind of outcome it was. */
  private String outcome(Path path) throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (Inspection inspection : inspector.inspect(ParquetRowsTest.file(path))) {
      checkMessage(inspection.problem());
      kinds.add(kind(inspection.problem()));
      Map<String, Accounting.Counts> counts = new TreeMap<>();
      for (Recognition part : inspection.parts()) {
        assertThat(part.problem() == null).isEqualTo(part.isRecognised());
        checkMessage(part.problem());
        if (part.isRecognised()) {
          Accounting.Counts own = accounted(section(inspection, part));
          assertThat(counts.put(part.part(), own)).as("another part of the name").isNull();
          kinds.add(part.format().name() + kind(own));
        } else {
          kinds.add(kind(part.problem()) + part.nearest());
        }
      }
      if (!counts.isEmpty()
          && counts.size() == inspection.parts().size()
          && counts.values().stream().allMatch(own -> own.fault() == null)) {
        checkThatNoRowIsBetween(inspection, counts.values());
      }
    }
    return kinds.toString();
  }

  private static Section section(Inspection inspection, Recognition part) {
    return new Section(
        inspection.file(),
        inspection.fileId(),
        part,
        new Section.Owner("org", "SE", null, null),
        new Landing.Observed(
            Instant.parse("2026-11-20T12:00:00Z"), LocalDate.of(2026, 11, 20), "name"),
        KEY,
        null,
        null);
  }

  private Accounting.Counts accounted(Section section) throws IOException {
    Intake intake = intakes.get(section.format().intake());
    // A table of posts into which a mutation put a visitor's number cannot know what that is.
    Set<String> told = intake.isAboutPersons() ? personal : recognisable;
    long refused = 0;
    Accounting.Counts counts = null;
    Accounting accounting = new Accounting(section, intake, hadoop);
    while (accounting.hasNext()) {
      Accounting.Entry entry = accounting.next();
      if (entry instanceof Accounting.Refused row) {
        refused++;
        checkMessage(row.sentence(), told);
        checkMessage(row.row(), told);
      } else if (entry instanceof Accounting.Counts all) {
        counts = all;
      }
    }
    assertThat(counts).isNotNull();
    checkMessage(counts.fault());
    assertThat(counts.accepted() + counts.rowsRejected() + counts.rowsSetAside())
        .isEqualTo(counts.read());
    assertThat(refused).isEqualTo(counts.rowsRejected());
    if (counts.firstDay() <= counts.lastDay()) {
      assertThat(LocalDate.ofEpochDay(counts.firstDay()).getYear()).isBetween(1, 9999);
      assertThat(LocalDate.ofEpochDay(counts.lastDay()).getYear()).isBetween(1, 9999);
    }
    assertThat(given(section, intake)).as("rows given to Spark").isEqualTo(counts.given());
    return counts;
  }

  private static String kind(Accounting.Counts counts) {
    return "%s%s%s%d/%d"
        .formatted(
            counts.rejected().keySet(),
            counts.setAside().keySet(),
            kind(counts.fault()),
            Long.numberOfLeadingZeros(counts.accepted()) / 4,
            Long.numberOfLeadingZeros(counts.rowsRejected()) / 4);
  }

  private long given(Section section, Intake intake) throws IOException {
    long given = 0;
    try (IntakeReader reader =
        new IntakeReader(
            intake, List.of(IntakeSource.Share.whole(section)), intake.schema(), hadoop)) {
      while (reader.next()) {
        given += reader.get().numRows();
      }
    }
    return given;
  }

  /** Counts a document's rows without regard to its parts: each is a header or was read once. */
  private void checkThatNoRowIsBetween(Inspection inspection, Collection<Accounting.Counts> counts)
      throws IOException {
    boolean records = inspection.parts().get(0).format().document() == ExportFormat.Kind.RECORDS;
    long headers = records ? 0 : counts.size();
    assertThat(counts.stream().mapToLong(Accounting.Counts::read).sum() + headers)
        .as("rows of all parts and their headers")
        .isEqualTo(rows(inspection));
  }

  private long rows(Inspection inspection) throws IOException {
    Recognition first = inspection.parts().get(0);
    SourceFile file = inspection.file();
    if (first.format().document() == ExportFormat.Kind.RECORDS) {
      try (Rows rows = Records.open(file, first.headers(), first.format().explode(), hadoop)) {
        return count(rows);
      }
    }
    try (InputStream in = file.open(hadoop)) {
      if (first.dialect() != null) {
        return count(new CsvRows(in, first.dialect().encoding(), first.dialect().delimiter()));
      }
      long count = 0;
      try (WorkbookDocument workbook = WorkbookDocument.open(in)) {
        for (WorkbookDocument.Sheet sheet : workbook.sheets()) {
          count += count(sheet.rows());
        }
      }
      return count;
    }
  }

  private static long count(Rows rows) throws IOException {
    for (long count = 0; ; count++) {
      try {
        if (rows.next() == null) {
          return count;
        }
      } catch (BadRow counted) {
        // It is a row as well.
      }
    }
  }

  private void checkMessage(String message) {
    checkMessage(message, personal);
  }

  private static void checkMessage(String message, Set<String> secrets) {
    if (message != null) {
      assertThat(message).hasSizeLessThan(LONGEST_MESSAGE).doesNotContain("Exception");
      assertThat(secrets.stream().filter(message::contains)).as(message).isEmpty();
    }
  }

  /** The words of a message that are always the same. */
  private static String kind(String message) {
    return message == null
        ? "-"
        : Stream.of(message.split(" ")).limit(5).collect(Collectors.joining(" "));
  }
}
