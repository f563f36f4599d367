package org.rackvidd.exports;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.rackvidd.privacy.Redaction;

/**
 * Goes through a section without storing anything and says what became of every row: a refused row
 * at a time, and at the end the counts.
 */
public final class Accounting implements Iterator<Accounting.Entry> {

  /**
   * A refused row, or, as the last entries of a section, the grains of its facts and its counts.
   */
  public sealed interface Entry extends Serializable permits Refused, Grains, Counts {
    /** The {@link Section#key} of the section it is about. */
    String section();
  }

  /**
   * What the accepted rows are about, for one table made from them.
   *
   * @param onceIn the table in which none of the hashes may stand twice, where the section is only
   *     a piece of it; otherwise null
   * @param hashes of the grain, in the order of the rows
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Grains(String table, String section, String onceIn, long[] hashes)
      implements Entry {}

  /**
   * @param line where the row starts, from 1
   * @param nth which of the refused rows that start there, from 1
   * @param reason code of {@link Reason}
   * @param row the row with whatever may name a person covered
   */
  public record Refused(
      String section,
      String fileId,
      String path,
      String part,
      long line,
      int nth,
      String reason,
      String sentence,
      String row)
      implements Entry {}

  /**
   * @param given rows of the intake that the accepted ones give; more where the format is long
   * @param rejected rows by reason
   * @param setAside rows by reason
   * @param firstDay earliest day of the accepted rows' facts, as days since 1970
   * @param lastDay latest such day; before firstDay where no row was accepted
   * @param givenAccount account of the rows that do not name theirs; null where all do
   * @param notation what its rows say of how they are written
   * @param otherHeader whether another header stands among the rows
   * @param repeated hashes of grains that several rows have where one may; of a piece none, as only
   *     all pieces tell
   * @param fault why reading stopped before the end, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Counts(
      String section,
      String fileId,
      String part,
      long read,
      long accepted,
      int given,
      TreeMap<String, Long> rejected,
      TreeMap<String, Long> setAside,
      long firstDay,
      long lastDay,
      String givenAccount,
      Notation.Signs notation,
      boolean otherHeader,
      long[] repeated,
      String fault)
      implements Entry {

    public long rowsRejected() {
      return total(rejected);
    }

    public long rowsSetAside() {
      return total(setAside);
    }

    /** Of two pieces of a table, the first of which comes first in its file. */
    Counts plus(Counts next) {
      return new Counts(
          section,
          fileId,
          part,
          read + next.read,
          accepted + next.accepted,
          Math.addExact(given, next.given),
          sum(rejected, next.rejected),
          sum(setAside, next.setAside),
          Math.min(firstDay, next.firstDay),
          Math.max(lastDay, next.lastDay),
          givenAccount == null ? next.givenAccount : givenAccount,
          notation.plus(next.notation),
          otherHeader || next.otherHeader,
          repeated,
          fault == null ? next.fault : fault);
    }

    private static TreeMap<String, Long> sum(TreeMap<String, Long> a, TreeMap<String, Long> b) {
      TreeMap<String, Long> sum = new TreeMap<>(a);
      b.forEach((reason, rows) -> sum.merge(reason, rows, Long::sum));
      return sum;
    }

    private static long total(TreeMap<String, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private final Section section;
  private final RowReader reader;
  private final List<Intake.Fact> facts;
  private final boolean aboutPersons;
  private final boolean onceAFile;
  private final LongStream.Builder[] hashes;
  private final int daySlot;
  private final Consumer<IntakeRow> note = this::note;
  private final TreeMap<String, Long> rejected = new TreeMap<>();
  private final TreeMap<String, Long> setAside = new TreeMap<>();
  private SectionRows rows;
  private String fault;
  private long read;
  private long accepted;
  private int given;
  private boolean hasGivenAccount;
  private long lastRefused = -1;
  private int nthRefused;
  private long firstDay = Long.MAX_VALUE;
  private long lastDay = Long.MIN_VALUE;
  private final Deque<Entry> last = new ArrayDeque<>();
  private boolean done;
  private Entry next;

  public Accounting(Section section, Intake intake, Configuration hadoop) {
    this.section = section;
    this.reader = new RowReader(section, intake);
    this.facts = intake.facts();
    this.aboutPersons = intake.isAboutPersons();
    this.onceAFile = intake.onceAFile();
    this.hashes =
        facts.stream().map(fact -> LongStream.builder()).toArray(LongStream.Builder[]::new);
    this.daySlot = intake.slots().get(intake.day());
    try {
      this.rows = new SectionRows(section, hadoop);
    } catch (IOException e) {
      this.fault = Inspector.words(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = done ? last.poll() : advance();
    }
    return next != null;
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Entry entry = next;
    next = null;
    return entry;
  }

  private Entry advance() {
    Cells cells = null;
    while (rows != null && fault == null) {
      try {
        cells = null;
        cells = rows.next();
        if (cells == null) {
          break;
        }
        read++;
        String reason = reader.read(cells, note);
        if (reason == null) {
          accepted++;
        } else {
          setAside.merge(reason, 1L, Long::sum);
        }
      } catch (BadRow bad) {
        read += cells == null ? 1 : 0;
        return refused(bad, cells);
      } catch (IOException e) {
        fault = Inspector.words(e);
      }
    }
    close();
    return last.poll();
  }

  private void note(IntakeRow row) {
    given++;
    for (int fact = 0; fact < hashes.length; fact++) {
      hashes[fact].add(reader.grainHash(fact));
    }
    hasGivenAccount = hasGivenAccount || reader.hasGivenAccount();
    if (row.has(daySlot)) {
      firstDay = Math.min(firstDay, row.bits(daySlot));
      lastDay = Math.max(lastDay, row.bits(daySlot));
    }
  }

  private Refused refused(BadRow bad, Cells cells) {
    rejected.merge(bad.reason().code(), 1L, Long::sum);
    nthRefused = rows.line() == lastRefused ? nthRefused + 1 : 1;
    lastRefused = rows.line();
    return new Refused(
        section.key(),
        section.fileId(),
        section.file().path(),
        section.recognition().part(),
        rows.line(),
        nthRefused,
        bad.reason().code(),
        sentence(bad),
        cells == null ? "" : reader.redacted(cells));
  }

  /** What stands in a row about a person may name them, under whatever header. */
  private String sentence(BadRow bad) {
    return aboutPersons || reader.hasPersonalColumns()
        ? bad.getMessage().replaceFirst("(?s)'.*'", "'…'")
        : Redaction.cover(bad.getMessage());
  }

  private void close() {
    done = true;
    try {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long[] repeated = new long[0];
    for (int fact = 0; fact < hashes.length; fact++) {
      long[] built = hashes[fact].build().toArray();
      // The first fact's grain is the one that may stand only once in a file.
      boolean once = onceAFile && fact == 0;
      boolean isPiece = section.piece() != null;
      last.add(
          new Grains(
              facts.get(fact).table(),
              section.key(),
              once && isPiece ? section.wholeKey() : null,
              built));
      if (once && !isPiece) {
        repeated = repeated(built);
      }
    }
    last.add(
        new Counts(
            section.key(),
            section.fileId(),
            section.recognition().part(),
            read,
            accepted,
            given,
            rejected,
            setAside,
            firstDay,
            lastDay,
            hasGivenAccount ? section.givenAccount() : null,
            reader.notation(),
            reader.otherHeaderLine() > 0,
            repeated,
            fault));
  }

  private static long[] repeated(long[] hashes) {
    LongHashSet met = new LongHashSet();
    return LongStream.of(hashes).filter(hash -> !met.add(hash)).distinct().toArray();
  }
}
